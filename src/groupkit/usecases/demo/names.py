"""Names that nobody bears: women are flowers and herbs, facilitators are birds."""

from __future__ import annotations

from typing import Final

WOMEN: Final = (
    "Anemone",
    "Bellis",
    "Krokus",
    "Ærenpris",
    "Kornblomst",
    "Blåklokke",
    "Okseøje",
    "Gåseurt",
    "Valmue",
    "Pæon",
    "Lavendel",
    "Mynte",
    "Timian",
    "Salvie",
    "Vintergæk",
    "Mælkebøtte",
    "Ranunkel",
    "Tulipan",
    "Hyacint",
    "Forglemmigej",
    "Gyvel",
    "Hortensia",
    "Stedmoder",
    "Storkenæb",
    "Tidsel",
    "Brøndkarse",
    "Rødkløver",
    "Solsikke",
    "Hvidtjørn",
    "Kamille",
    "Purløg",
    "Basilikum",
    "Guldregn",
    "Skovmærke",
    "Lungeurt",
    "Natlys",
    "Røllike",
    "Kongelys",
    "Påskelilje",
    "Liljekonval",
)

FACILITATORS: Final = (
    "Leder Lærke",
    "Leder Stær",
    "Leder Mejse",
    "Leder Isfugl",
    "Leder Vibe",
    "Leder Solsort",
    "Leder Rødhals",
    "Leder Bogfinke",
)
