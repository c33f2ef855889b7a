# Wie vindt dat een bijdrage niet bij de andere hoort
carry-contest-title = Hoort mijn bijdrage hier wel bij?
carry-contest-back = Terug naar de bijdrage
carry-contest-intro = { $count ->
    [one] De gemeente behandelt deze bijdrage samen met 1 andere.
   *[other] De gemeente behandelt deze bijdrage samen met { $count } andere.
} Gaat uw bijdrage over iets anders? Zeg het dan. U hebt er de volgcode voor nodig die u bij het indienen kreeg.
carry-contest-promise = De gemeente moet u antwoorden: uw bijdrage gaat apart verder, of u leest hier waarom niet. Zolang u wacht, komt er geen advies en geen besluit. Wat u schrijft is alleen voor de gemeente. Dat u dit vroeg en hoe het afliep, is openbaar.
carry-contest-alone = Deze bijdrage reist niet samen met andere.
carry-contest-before = Dit is al gevraagd. Hieronder staat hoe het ermee staat.
carry-contest-late = Over deze bijdragen is al besloten. Bent u het niet eens met het antwoord? Dan kunt u vragen om er nog eens naar te kijken.
carry-contest-waits = Op { $asked } vroeg de indiener om deze bijdrage apart te behandelen. De gemeente antwoordt uiterlijk op { $until }.
carry-contest-apart = Op { $asked } vroeg de indiener om deze bijdrage apart te behandelen. Sinds { $settled } gaat zij apart verder.
carry-contest-kept = Op { $asked } vroeg de indiener om deze bijdrage apart te behandelen. Op { $settled } antwoordde de gemeente dat zij bij de andere blijft.
carry-contest-words-label = Dit gaat over iets anders, want …
carry-contest-words-hint = In uw eigen woorden. Eén zin kan genoeg zijn.
carry-contest-words-missing = Schrijf waarom het over iets anders gaat.
carry-contest-submit = Vraag om apart te behandelen
carry-contest-sent = Uw vraag is verstuurd. De gemeente antwoordt op deze pagina.
# Wie vindt dat een bijdrage niet opgedeeld had moeten worden
carry-contest-divided-title = Had mijn bijdrage opgedeeld moeten worden?
carry-contest-divided-intro = De gemeente heeft deze bijdrage in { $count } delen opgedeeld, omdat verschillende diensten erover gaan. Hoort alles volgens u bij elkaar? Zeg het dan. U hebt er de volgcode voor nodig die u bij het indienen kreeg.
carry-contest-divided-promise = De gemeente moet u antwoorden: de delen worden weer één bijdrage, of u leest hier waarom niet. Zolang u wacht, komt er over geen enkel deel een advies of een besluit. Wat u schrijft is alleen voor de gemeente. Dat u dit vroeg en hoe het afliep, is openbaar.
carry-contest-divided-waits = Op { $asked } vroeg de indiener om deze bijdrage niet op te delen. De gemeente antwoordt uiterlijk op { $until }.
carry-contest-divided-apart = Op { $asked } vroeg de indiener om deze bijdrage niet op te delen. Sinds { $settled } zijn de delen weer één bijdrage.
carry-contest-divided-kept = Op { $asked } vroeg de indiener om deze bijdrage niet op te delen. Op { $settled } antwoordde de gemeente dat de delen apart verdergaan.
carry-contest-divided-words-label = Dit hoort bij elkaar, want …
carry-contest-divided-submit = Vraag om er weer één bijdrage van te maken
