"""Small-number protection: what leaves the house names nobody.

The method is **cell suppression with complementary (secondary) suppression**, audited cell by
cell:

1. *Primary suppression by the threshold rule.* A count of fewer than five women is hidden (OECD,
   Glossary of Statistical Disclosure Control: some agencies ask for five respondents, others for
   three). Five is the house's rule. What is counted is women, not marks: six absences of one woman
   are small.
2. *A zero is small too.* A zero says something of everybody in its row ('all of them'), which the
   Handbook on Statistical Disclosure Control (ESSNet, chapter 5, frequency tables) calls group
   attribute disclosure. Hidden like the others, it also keeps a reader from taking a hidden cell
   for at least one; the R package GaussSuppression of Statistics Norway protects zeros likewise
   unless told otherwise. A zero that could not be otherwise (a *structural* zero: before a group
   began) is known to everyone and shows.
3. *Complementary suppression with a protection interval* (Fischetti and Salazar 2000, Models and
   algorithms for optimizing cell suppression in tabular data with linear constraints, Journal of
   the American Statistical Association 95, 916-928). For each small cell two whole tables of
   counts must exist that agree with everything published: one in which it is 0, one in which it is
   5. So nobody can compute it, nor bound it, nor even prove that it is small. Such a table is
   found by an exchange of units along the relations: first between the corners of a box, as in the
   hypercube method (Repsilber 1999, Das Quaderverfahren), then step by step, relation after
   relation, through hidden cells for nothing and through shown ones for their value; what the
   cheapest exchange passes is hidden. Each exchange is in whole numbers and never below nothing,
   so it holds against a reader who knows that counts are so.

Because the tables found are the proof, no hidden cell, small or complementary, can be computed
back from any combination of cells, margins and totals, in whatever tables of the report. A count
that comes from fewer than five women without being small itself (six absences of one) must be able
to be five less and five more (``room_of``).

What it hides is small but not the least possible: finding that is NP-hard. It is deterministic, and
knows no order but that of the keys. Its cost is one search of bounded length for each small cell.

**Over time.** Quarters are published before their year. A decision once published stands: give
``protect`` what was published ``before``, or give ``protect_in_turn`` the quarters and the year in
their order, which comes to the same as long as nothing was corrected. Periods that leave the house
are whole quarters; halves of two quarters would be two differences more.

**What it does not cover.** A reader who knows some of the women's counts from elsewhere, and what
the report was not told of. So give a report all that can be subtracted (``with_rest`` for a rate,
or for any count within another, and its rest); and print no row whose name alone tells that
somebody stands in it, such as a rare language, unless its count is shown. A rate is shown when
``shows`` says so of numerator and denominator.
"""

from __future__ import annotations

from groupkit.domain.protection.protecting import (
    LEAST,
    Look,
    Protected,
    Standing,
    protect,
    protect_in_turn,
    room_of,
)
from groupkit.domain.protection.report import Cell, Key, Relation, Report, joined, with_rest
from groupkit.domain.protection.tables import Axis, Fact, crossed, crossed_counts

__all__ = [
    "LEAST",
    "Axis",
    "Cell",
    "Fact",
    "Key",
    "Look",
    "Protected",
    "Relation",
    "Report",
    "Standing",
    "crossed",
    "crossed_counts",
    "joined",
    "protect",
    "protect_in_turn",
    "room_of",
    "with_rest",
]
