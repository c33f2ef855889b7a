# Inbrengen: wat medewerkers en tussenpersonen lezen.

voice-yes = Ja
voice-no = Nee
voice-intake-title = Een bijdrage optekenen
voice-intake-intro = Schrijf op wat iemand vertelde of op papier zette.
voice-intake-batch = Hebt u een stapel? Open een partij.
voice-intake-words = De woorden van de indiener
voice-intake-how = Hoe het binnenkwam
voice-received-label = Ontvangen op
voice-until-label = Nakijken tot en met
voice-read-back-label = Voorgelezen
voice-read-back-box = Ik heb het voorgelezen en de indiener vindt het goed
voice-read-back-hint = Lukt dat nog niet, laat dit dan leeg.
voice-intake-reach = Vul alleen in wat nodig is voor het gekozen antwoord.
voice-intake-save = Bewaar en toon het ontvangstbewijs
voice-intake-save-next = Bewaar en teken de volgende op
voice-intake-plans = Toon wat hier gepland is
voice-intake-before = De vorige is bewaard
voice-intake-card = Schrijf nummer en code op het kaartje voor de indiener.
voice-intake-print = Druk het ontvangstbewijs af
voice-intake-next = Teken de volgende bijdrage op
voice-batches-title = Partijen
voice-batches-intro = Een partij is een stapel formulieren of de notities van één moment. Wat ze gemeen hebben, vult u één keer in.
voice-batch-new = Open een nieuwe partij
voice-batch-opened = De partij is open.
voice-batch-of = { $entered } van { $expected } opgetekend
voice-batch-entered = { $entered } opgetekend
voice-entered-label = Opgetekend
voice-expected-label = Hoeveel zijn het er op papier?
voice-expected-hint = Zo valt het op als er iets zoekraakt.
voice-expected-wrong = Vul een getal in van 1 tot 10000, of laat dit leeg.
voice-sheets-title = Papier nakijken
voice-sheets-all = Alle partijen die nagekeken worden
voice-sheets-intro = Leg elk blad naast wat er getypt is. Wie het typte, kijkt het niet zelf na. De bijdragen gaan intussen gewoon verder.
voice-sheets-none = Er wacht hier geen papier op u.
voice-sheets-checked-label = Nagekeken
voice-sheets-counted = { $checked } van { $entered } nagekeken
voice-sheets-waiting = { $count ->
    [one] Eén blad wacht
   *[other] { $count } bladen wachten
}
voice-sheets-differ = Op papier zouden het er { $expected } zijn. Er zijn er { $entered } opgetekend. Zoek na waar het verschil zit.
voice-sheets-differ-link = Open de partij waar de bladen getypt worden
voice-sheets-own = { $count ->
    [one] Eén blad typte u zelf. Dat kijkt iemand anders na.
   *[other] { $count } bladen typte u zelf. Die kijkt iemand anders na.
}
voice-sheets-desk = { $count ->
    [one] Eén blad papier wacht tot een tweede persoon het nakijkt.
   *[other] { $count } bladen papier wachten tot een tweede persoon ze nakijkt.
}
voice-sheets-desk-link = Kijk het papier na
voice-sheet-name = Blad { $place }, bijdrage { $number }
voice-sheet-hint = Staat er iets anders op het papier? Verbeter het hier. Wat er eerst stond, blijft bewaard. Stonden de woorden al op de website, dan kijkt iemand ze opnieuw na voordat iedereen ze weer leest.
voice-sheet-title-label = Het idee in één zin, zoals op het papier
voice-sheet-title-missing = Schrijf het idee in één zin, zoals op het papier.
voice-sheet-body-label = De woorden, zoals op het papier
voice-sheet-body-missing = Schrijf de woorden over die op het papier staan.
voice-sheet-save = Zo staat het op het papier
voice-sheet-later = Laat dit blad voor later
voice-sheet-same = Het blad is nagekeken: het klopte.
voice-sheet-corrected = Het blad is nagekeken en verbeterd.
voice-sheet-own = U typte dit blad zelf. Iemand anders kijkt het na.
voice-sheet-divided = Deze bijdrage is gesplitst. Voeg de delen eerst samen.
voice-sheet-passed = Iemand anders keek dit blad intussen na, of de indiener trok de bijdrage in. Wat u typte, is niet bewaard. Het staat hieronder.
voice-sheet-next = Naar het volgende blad

voice-privacy-list-title = Nakijken voor publicatie
voice-privacy-list-intro = Deze woorden staan nog niet op de website. De langst wachtende staat bovenaan.
voice-privacy-list-empty = Alles is nagekeken.
voice-privacy-list-none = Hier staat niets.
voice-lists-label = Welke bijdragen?
voice-state-waiting = Nog na te kijken
voice-state-shown = Op de website
voice-state-kept-back = Niet getoond
voice-found-label = Mogelijk gevonden
voice-late = te laat
voice-privacy-title = Bijdrage { $number } nakijken
voice-privacy-intro = Lees de woorden. Vervang wat naar een persoon wijst, en publiceer. U verandert verder niets aan de tekst.
voice-privacy-changed = De woorden zijn intussen verbeterd. Lees ze opnieuw.
voice-privacy-words = De woorden van de indiener
voice-privacy-show = Publiceren
voice-privacy-nothing-found = Het programma vond niets persoonlijks. Lees toch zelf.
voice-privacy-wish = De indiener wil niet dat deze woorden op de website komen.
voice-mask-box = { $kind }: { $words }
voice-mask-title-label = Vervang in de titel
voice-mask-body-label = Vervang in de tekst
voice-mask-words-label = Vervang nog andere woorden
voice-mask-words-hint = Eén per regel, precies zoals ze in de tekst staan.
voice-mask-words-absent = «{ $words }» staat niet in de tekst. Schrijf het precies zoals het er staat.
voice-show-photo-label = Foto’s
voice-show-photo-hint = Vink een foto alleen aan als er niemand herkenbaar op staat.
voice-show-photo = Toon foto { $number } op de website
voice-privacy-publish = Publiceer deze woorden
voice-privacy-keep-title = Niet tonen
voice-privacy-keep-text = Alleen onder een spelregel, en met een reden die de indiener kan lezen. De bijdrage gaat wel verder.
voice-privacy-keep = Toon deze woorden niet
voice-privacy-shown = De woorden staan op de website.
voice-privacy-kept-back = De woorden worden niet getoond. De bijdrage gaat wel verder.
voice-before-shown = Deze woorden staan nu op de website. Wat u hier kiest, komt in de plaats.
voice-before-kept-back = Deze woorden worden nu niet getoond. Wat u hier kiest, komt in de plaats.
voice-rule-label = Spelregel
voice-reason-label = Reden voor de indiener
voice-reason-hint = In gewone woorden. Dit staat op de pagina van de bijdrage; herhaal dus niet wat er stond.
voice-to-dossier = Naar het dossier

voice-comment-desk-title = Reacties nakijken
voice-comment-desk-intro = Plaats een reactie, of weiger ze onder een spelregel met een reden. De reden staat op de website.
voice-comment-desk-empty = Er wachten geen reacties.
voice-comment-place = Plaats deze reactie
voice-comment-refuse = Weiger deze reactie
voice-comment-placed = De reactie is geplaatst.
voice-comment-refused-notice = De reactie is geweigerd. De reden staat op de website.

voice-desk-withdraw-title = De indiener trekt de bijdrage in
voice-desk-withdraw-text = Alleen op vraag van de indiener zelf, aan het loket, aan de telefoon of via de organisatie die hielp. Contactgegevens wist u op de pagina voor het wissen van gegevens.
voice-proof-label = Hoe weet u dat het de indiener is?
voice-proof-receipt = Het ontvangstbewijs met de geheime code is getoond
voice-proof-known = Ik of de organisatie die hielp kent de indiener
voice-desk-withdraw = Trek in voor de indiener
voice-withdrawn-for-author = De bijdrage is ingetrokken.

voice-translations-title = Vertalingen van bijdrage { $number }
voice-translations-intro = Een vertaling staat op de openbare pagina naast de woorden van de indiener. Die blijven altijd eerst staan. Verandert wat op de website staat, dan verdwijnt de vertaling.
voice-translations-link = Vertaal deze bijdrage
voice-translation-add = Voeg een vertaling toe
voice-translation-language-label = Naar welke taal?
voice-translation-language-hint = Staat er al een vertaling in die taal, dan komt deze in de plaats.
voice-translation-title-label = Titel in die taal
voice-translation-body-label = Tekst in die taal
voice-translation-body-hint = Vertaal wat op de website staat. Laat weg wat daar ook weg is.
voice-translation-origin-label = Wie vertaalde?
voice-translation-origin-human = Een mens
voice-translation-origin-machine = Een machine
voice-translation-save = Bewaar de vertaling
voice-translation-saved = De vertaling staat op de website.
voice-translation-remove = Haal de vertaling weg: { $language }
voice-translation-removed = De vertaling is weg.

voice-recall-link = Wil iemand wissen wat nog op een telefoon staat?
voice-recall-title = Terugnemen wat nog op een telefoon staat
voice-recall-intro = Iemand kreeg aan de deur een kaartje, en wil niet meer dat zijn of haar woorden binnenkomen.
voice-recall-then = Met het nummer op het kaartje komen ze nooit meer binnen. De telefoon wist ze zodra ze weer een netwerk heeft. Wie het optekende, kan het ook meteen op de telefoon wissen.
voice-recall-number-label = Nummer op het kaartje
voice-recall-number-hint = Bijvoorbeeld: K7QM-3TPX.
voice-recall-number-unreadable = Dit is geen nummer van ons. Schrijf de acht tekens van het kaartje over.
voice-recall-arrived = Deze bijdrage is al aangekomen. Trek ze in op haar eigen bladzijde, of wis de persoon onder Wissen.
voice-recall-do = Laat dit niet meer binnenkomen
voice-recall-done = Dit komt niet meer binnen. De telefoon wist het bij het volgende contact.
