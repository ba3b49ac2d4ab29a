"""Danish words and sayings that a guesser tries first; our own list, most likely words first.

The estimator brings English words, names and leaked passwords; it knows no Danish.
"""

from __future__ import annotations

from typing import Final

DANISH_WORDS: Final[tuple[str, ...]] = tuple(
    """
    kodeord adgangskode hemmelig hemmeligt password velkommen sommer vinter efterår forår hej
    krisecenter kvindekrisecenter kvinder kvinde kvindehus krise center efterværn gruppe gruppen
    møde deltager indstilling gruppeleder pædagog koordinator kontaktperson leder kontor arbejde
    computer bærbar login start test demo admin bruger
    danmark dansk københavn kobenhavn aarhus århus odense aalborg ålborg esbjerg randers kolding
    horsens vejle roskilde herning silkeborg helsingør næstved fredericia viborg køge holstebro
    slagelse sønderborg svendborg jylland fyn sjælland lolland falster bornholm amager vesterbro
    nørrebro østerbro frederiksberg brøndby fck agf obs
    jeg er det en at og i på til ikke der du vi de han hun den med for som har af et kan var min
    mit mine din dit dine sin vores jeres os dig mig sig man så hvad hvor hvem hvornår hvorfor
    hvordan nu her alle alt altid aldrig ingen intet noget nogen mange meget lidt mere mest god godt
    gode bedre bedst ny nye nyt gammel lille små stor store hele eller men om når fra ved under over
    efter før mod uden ind ud op ned hjem hjemme blive bliver blev skal vil ville må kunne skulle
    være gør gøre går gå kom komme kommer se ser siger sige tænker ved holder tror tak ja nej
    elsker elske kærlighed hjerte glad smuk smukke skat skatter engel solskin sol måne stjerne
    himmel hav vand skov blomst blomster rose roser hund hunden hunde kat katten katte hest heste
    fugl fisk mus bil huset hus have haven dør nøgle bord stol seng bog bøger kaffe te kage brød mad
    øl vin is jul juleaften påske ferie weekend fødselsdag tillykke familie familien mor far mormor
    farmor morfar farfar søster bror søn datter barn børn børnene baby ven veninde venner mand pige
    piger dreng drenge frihed håb tro styrke stærk stærke tryg tryghed fred liv livet lykke lykkelig
    drøm drømme verden sammen sikker sikkerhed
    januar februar marts april maj juni juli august september oktober november december
    mandag tirsdag onsdag torsdag fredag lørdag søndag uge måned år dag dage nat aften morgen
    nul et to tre fire fem seks syv otte ni ti elleve tolv tyve hundrede tusind
    rød blå grøn gul hvid sort lyserød lilla brun grå orange
    anna emma ida sofia sofie freja alma clara ella karla mathilde laura maja mette anne hanne
    kirsten lene susanne marianne charlotte maria camilla louise karen inge lone pia tina helle
    lars peter michael jens thomas henrik søren christian martin jan morten jesper anders mads
    niels rasmus mikkel hansen jensen nielsen pedersen andersen christensen larsen sørensen
    rasmussen jørgensen petersen madsen kristensen olsen thomsen
    """.split()  # noqa: SIM905 - a list of one word a line would be 400 lines
)

SAYINGS: Final[frozenset[str]] = frozenset(
    """
    altergodtpåeventyr altforgodtogaltforlet altharentid atværeellerikkeatvære
    atværeellerikkeværedeterspørgsmålet correcthorsebatterystaple dengrimmeælling
    denlillehavfrue denlillepigemedsvovlstikkerne densomlersidstlerbedst
    derboedeengangenkonge dereretyndigtland deterensmukdagidag detteerminadgangskode
    detteermitkodeord detvarenmørkogstormfuldnat enforalleogalleforen
    enfuglihåndenerbedreendtipåtaget hejmeddigminven ibegyndelsenskabtegud
    ibegyndelsenvarordet iloveyouforever iloveyousomuch ingenroserudentorne jegelskerdig
    jegelskerdigmegethøjt jegelskerdigsåmeget jegelskerminebørn jegelskerminfamilie
    jegelskermitliv jegplukkerfløjlsgræs jegvedenlærkerede jegvedenlærkeredejegsigerikkemere
    kejserensnyeklæder lillepeteredderkop maytheforcebewithyou minadgangskode
    minadgangskodeerhemmelig mitkodeord mitkodeorderhemmeligt morgenstundharguldimund
    mypasswordispassword mypasswordissecret nårendenergoderaltinggodt onceuponatime
    opensesameopensesame rosererrødeviolererblå sebastiansolskinoglise
    thequickbrownfoxjumpsoverthelazydog thisismypassword tillykkemedfødselsdagen
    tobeornottobe tobeornottobethatisthequestion udeergodtmenhjemmeerbedst
    velbegyndterhalvtfuldendt velkommentilkrisecentret whatisyourpassword
    """.split()  # noqa: SIM905 - a list of one word a line would be 400 lines
)
