# Samenleggen wat hetzelfde zegt
carry-act-bundle = Leg er andere bijdragen bij
carry-act-bundle-title = Andere bijdragen erbij leggen
carry-act-part = Maak een bijdrage los
carry-act-part-title = Een bijdrage losmaken
carry-bundles-title = Voorstellen om te bundelen
carry-bundles-intro = Het programma zoekt bijdragen die hetzelfde lijken te zeggen. U beslist wat samen reist. Elke bijdrage houdt haar nummer en haar woorden, en elke indiener krijgt een eigen antwoord.
carry-bundles-no-process = Er is geen project waarin u bijdragen kunt samenleggen.
carry-bundles-all = Alle projecten
carry-bundles-search = Het zoeken
carry-bundles-submit = Zoek voorstellen
carry-bundles-asked = Het zoeken is begonnen.
carry-bundles-running = Het zoeken begon op { $time } en is nog bezig. U mag deze pagina verlaten.
carry-bundles-stopped = Het zoeken bleef steken: sinds { $time } is er niets meer van gehoord. U kunt opnieuw beginnen.
carry-bundles-done = Laatst gezocht op { $time }: { $texts ->
    [one] 1 bijdrage gelezen
   *[other] { $texts } bijdragen gelezen
}, { $count ->
    [0] niets gevonden dat hetzelfde zegt.
    [one] 1 voorstel gevonden.
   *[other] { $count } voorstellen gevonden.
}
carry-bundles-step-waiting = Het begint zo
carry-bundles-step-reading = Stap 1 van 3: lezen
carry-bundles-step-comparing = Stap 2 van 3: vergelijken
carry-bundles-step-grouping = Stap 3 van 3: groepen maken
carry-bundles-far = { $done } van { $total } bijdragen
carry-bundles-look-again = Kijk hoe ver het nu is
carry-bundles-proposals = De voorstellen
carry-bundles-none = Er ligt geen voorstel.
carry-bundles-caption = Voorstellen om te bundelen, de grootste eerst
carry-bundles-number = Voorstel
carry-bundles-first = Begint met
carry-bundles-many = Hoeveel
carry-bundles-size = { $count ->
    [one] 1 bijdrage
   *[other] { $count } bijdragen
}
carry-bundle-title = Voorstel { $number }
carry-bundle-back = Alle voorstellen van dit project
carry-bundle-lead = { $count ->
    [one] Deze bijdrage lijkt hetzelfde te zeggen als wat al is samengelegd. Klopt dat?
   *[other] Deze { $count } bijdragen lijken hetzelfde te zeggen. Klopt dat?
}
carry-bundle-confirmed = Dit voorstel is behandeld: wat gekozen werd, reist samen.
carry-bundle-aside = Dit voorstel ligt opzij. Er is niets samengelegd.
carry-bundle-dossier = Naar het dossier waarin ze samen reizen
carry-bundle-texts = De teksten naast elkaar
carry-bundle-chosen-label = Welke horen samen?
carry-bundle-chosen-hint = Haal het vinkje weg bij wat iets anders zegt. Kies daarna onderaan wat er moet gebeuren.
carry-bundle-choose = Kies { $number }
carry-bundle-shared = Ook bij andere:
carry-bundle-adds = Vraagt alleen deze:
carry-bundle-more = { $count ->
    [one] Er is nog 1 andere bijdrage in dit voorstel. Die ziet u als u deze hebt behandeld.
   *[other] Er zijn nog { $count } andere bijdragen in dit voorstel. Die ziet u als u deze hebt behandeld.
}
carry-bundle-merge = Leg de gekozen samen
carry-bundle-split = Maak van de gekozen een apart voorstel
carry-bundle-set-aside = Leg dit voorstel opzij
carry-bundle-opposed = Over hetzelfde, maar ertegen
carry-bundle-opposed-text = Deze bijdragen gaan over hetzelfde en willen het omgekeerde. Ze horen niet bij dit voorstel, maar vergeet ze niet bij het advies.
carry-bundle-merged = { $joined ->
    [one] 1 bijdrage is bij dit dossier gelegd.
   *[other] { $joined } bijdragen zijn bij dit dossier gelegd.
} { $stayed ->
    [0] {""}
    [one] 1 bijdrage kon niet mee: ingetrokken, of al te ver.
   *[other] { $stayed } bijdragen konden niet mee: ingetrokken, of al te ver.
}
carry-bundle-was-split = De gekozen bijdragen zijn nu een apart voorstel. Dit is het.
carry-bundle-taken-out = De gekozen bijdrage is uit dit voorstel gehaald.
carry-bundle-was-set-aside = Het voorstel ligt opzij. Er is niets samengelegd.
carry-bundle-too-few = Kies ten minste twee bijdragen die nog samen kunnen reizen.
carry-bundle-two-departments = Deze bijdragen liggen bij verschillende diensten. Laat eerst een dienst haar dossier teruggeven.
carry-bundle-cannot-come = Een van deze bijdragen kan niet meer mee: zij is ingetrokken, of er is al een advies over.
carry-bundle-no-split = Kies een deel van de bijdragen, niet alle en niet geen.
carry-bundle-no-deed = Kies onderaan wat er met de gekozen bijdragen moet gebeuren.
carry-bundle-intro = Zeggen andere bijdragen hetzelfde? Leg ze bij dit dossier. Elke bijdrage houdt haar nummer en haar woorden, en elke indiener krijgt een eigen antwoord.
carry-bundle-to-proposals = Of bekijk wat het programma voorstelt
carry-bundle-numbers-label = Nummers van de bijdragen
carry-bundle-numbers-hint = Eén nummer op elke regel, bijvoorbeeld 3467-9CDF. Reist een bijdrage al met andere in haar eigen dossier, dan komen die mee.
carry-bundle-numbers-missing = Vul ten minste één nummer in.
carry-bundle-numbers-many = Leg ten hoogste 200 bijdragen tegelijk samen.
carry-bundle-numbers-wrong = ‘{ $number }’ is geen nummer van een bijdrage. Zo’n nummer heeft acht tekens.
carry-bundle-numbers-unknown = Eén van deze nummers bestaat hier niet. Kijk ze na.
carry-bundle-numbers-elsewhere = Alle bijdragen moeten bij hetzelfde project horen.
carry-bundle-submit = Leg ze bij dit dossier
carry-part-intro = Zegt een bijdrage iets anders, of hoort zij bij een andere dienst? Dan gaat zij verder in een eigen dossier en wacht daar op een dienst. Is het de bijdrage waarmee dit dossier begon, dan blijft zij hier en gaan de andere samen verder in een eigen dossier.
carry-part-chosen-label = Welke bijdrage gaat apart verder?
carry-part-chosen-hint = De bijdrage houdt haar nummer. Op haar openbare pagina blijft staan dat zij samen met andere reisde.
carry-part-chosen-missing = Kies een bijdrage.
carry-part-not-together = Deze bijdrage reist hier niet met andere.
carry-part-submit = Maak los
carry-part-done = De bijdrage gaat apart verder. Dit is haar dossier.
# Wat in een bundel anders is
carry-act-mark = Merk wat een bijdrage anders zegt
carry-act-mark-title = Wat een bijdrage anders zegt
carry-mark-intro = Zegt een bijdrage op een punt iets anders dan de meeste in deze bundel? Merk haar met één zin. Die zin staat bij het besluit en bij het antwoord, zodat de motivering er niet overheen kijkt. De zin is openbaar.
carry-mark-chosen-label = Welke bijdrage zegt iets anders?
carry-mark-words-label = Wat zegt zij anders?
carry-mark-words-hint = Eén zin, bijvoorbeeld: wil de banken juist in de zon.
carry-mark-words-missing = Schrijf in één zin wat deze bijdrage anders zegt.
carry-mark-away-label = Haal het merk van deze bijdrage weg
carry-mark-submit = Merk
carry-mark-done = De bijdrage is gemerkt. Het besluit en het antwoord tonen het.
carry-mark-away-done = Het merk is weggehaald.
carry-mark-none = Deze bijdrage was niet gemerkt.
carry-mark-differs = Zegt iets anders dan de meeste:
carry-mark-cover = Wat in deze bundel anders is
carry-mark-cover-text = Zeg in de motivering ook wat hiermee gebeurt.
# Een indiener betwist de bundel
carry-act-contest = Behandel een vraag om apart te reizen
carry-act-contest-title = Vragen om apart te reizen
carry-contest-open = Een indiener vroeg om apart te reizen en wacht op antwoord. Beantwoord die vraag eerst.
carry-contested-waiting = Wie wacht op antwoord
carry-contested-none = Niemand wacht op antwoord.
carry-contested-intro = Zolang iemand wacht, kan er geen advies en geen besluit komen.
carry-contested-one = { $number }, gevraagd op { $asked }, te beantwoorden tot en met { $until }
carry-contested-label = Over welke bijdrage?
carry-contested-end-label = Wat gebeurt er?
carry-contested-end-missing = Kies wat er gebeurt.
carry-contested-apart = De bijdrage gaat apart verder
carry-contested-kept = De bijdrage blijft in de bundel, met een motivering
carry-contested-motive-label = Motivering
carry-contested-motive-hint = Nodig als de bijdrage blijft. De indiener en iedereen kan het lezen.
carry-contested-motive-missing = Schrijf waarom de bijdrage in de bundel blijft.
carry-contested-submit = Beantwoord
carry-contested-done = De vraag is beantwoord. De indiener leest het op de pagina van de bijdrage.
carry-contested-heard = Vroeg iemand het anders dan op het scherm?
carry-contested-heard-text = Noteer hier wat een indiener zei per telefoon, brief of bezoek.
carry-contested-chosen-label = Van wie is de bijdrage?
carry-contested-words-label = Waarom gaat het over iets anders?
carry-contested-words-hint = In de woorden van de indiener. Dit is niet openbaar.
carry-contested-heard-submit = Noteer de vraag
carry-contested-heard-done = De vraag is genoteerd.
carry-contested-list = Indieners die vroegen om apart te reizen
carry-contested-more = Toon wie daarna aan de beurt is
carry-task-contest-subject = Bijdrage { $number }: de indiener wil apart reizen
carry-task-contest-text = Dag { $name },

    De indiener van een bijdrage in dossier { $number } ({ $subject }) zegt dat zij over iets anders gaat dan de andere. Antwoord tot en met { $until }:
    { $address }

    Zolang er geen antwoord is, kan er geen advies en geen besluit komen.
# Eén bijdrage opdelen over diensten
carry-act-divide = Deel de bijdrage op over diensten
carry-act-divide-title = Een bijdrage opdelen over diensten
carry-divide-intro = Vraagt één bijdrage dingen waar verschillende diensten over gaan? Deel haar dan op. Elk deel gaat meteen naar zijn dienst, met een eigen dossier en een eigen termijn. De bijdrage zelf blijft bestaan, met haar nummer en alle woorden.
carry-divide-promise = De indiener krijgt één antwoord, als elk deel beantwoord is. De indiener kan zeggen dat alles bij elkaar hoort. Zolang geen deel een advies heeft, kunt u de delen weer samenvoegen.
carry-divide-part = Deel { $number }
carry-divide-passage-label = De woorden van de indiener
carry-divide-passage-hint = Neem ze over zoals ze er staan. Meer stukken mag, met een lege regel ertussen.
carry-divide-passage-missing = Vul de woorden van dit deel in. Een bijdrage opdelen kan in twee tot vier delen.
carry-divide-passage-elsewhere = Deze woorden staan zo niet in de bijdrage. Neem ze letterlijk over.
carry-divide-title-label = Waarover gaat dit deel?
carry-divide-title-hint = In één regel. Laat u het leeg, dan staan hier de eerste woorden.
carry-divide-department-label = Naar welke dienst?
carry-divide-department-missing = Kies een dienst voor dit deel.
carry-divide-one-department = Alle delen gaan naar dezelfde dienst. Dan hoeft u niet op te delen: vraag die dienst om de hele bijdrage te nemen.
carry-divide-open-beside = Er staat nog een bezwaar open, of een dienst die dit raakt is niet gehoord en krijgt geen deel. Handel dat eerst af.
carry-divide-submit = Deel op en vraag de diensten
carry-divide-done = De bijdrage is opgedeeld. Elke dienst is gevraagd om haar deel te nemen.
carry-divided-title = De delen
carry-divided-text = Deze bijdrage is opgedeeld. De indiener krijgt antwoord als elk deel beantwoord is.
carry-divided-part-of = Dit dossier draagt een deel van een bijdrage die over diensten is opgedeeld:
carry-divided-one = { $number }: { $department }. { $state }, sinds { $since }.
carry-divided-one-until = { $number }: { $department }. { $state }, sinds { $since }, tot en met { $until }.
carry-waits-parts = de diensten van de delen
carry-act-reunite = Voeg de delen weer samen
carry-act-reunite-title = De delen weer samenvoegen
carry-reunite-intro = De delen worden weer één bijdrage. Hun dossiers gaan niet verder, en de nummers van de delen leiden naar de hele bijdrage. Die wacht daarna opnieuw op een dienst. Wat de diensten al noteerden, blijft in de dossiers van de delen te lezen.
carry-reunite-part = Deel { $number }: { $state }
carry-reunite-part-too-far = Te ver om terug te komen
carry-reunite-why = Samenvoegen kan tot en met het onderzoek. Daarna ligt er iets vast over één deel: een advies, een afspraak aan tafel, toegezegd geld, een vraag aan de indiener of een besluit. Wie dan samenvoegt, maakt dat stilletjes ongedaan. Lopen de delen al verder, laat ze dan elk hun weg gaan: de indiener krijgt hoe dan ook één antwoord, met alle delen erin.
carry-reunite-sure-label = Ja, maak er weer één bijdrage van
carry-reunite-sure-missing = Kruis aan dat u dit wilt.
carry-reunite-too-far = Een deel is al te ver: er is een advies, of het ligt bij de indiener, aan tafel, bij een hoger niveau of wacht op middelen.
carry-reunite-submit = Voeg samen
carry-reunite-done = De delen zijn weer één bijdrage. Zij wacht op een dienst.
carry-contested-reunite = De delen worden weer één bijdrage
carry-contested-divided = De bijdrage blijft opgedeeld, met een motivering
carry-act-contest-divided = Behandel een vraag om niet op te delen
carry-act-contest-divided-title = Vragen om niet op te delen
carry-contested-divided-words-label = Waarom hoort het bij elkaar?
carry-task-contest-divided-subject = Bijdrage { $number }: de indiener wil niet dat zij is opgedeeld
carry-task-contest-divided-text = Dag { $name },

    De indiener van de bijdrage in dossier { $number } ({ $subject }) zegt dat de delen bij elkaar horen. Antwoord tot en met { $until }:
    { $address }

    Zolang er geen antwoord is, kan er over geen enkel deel een advies of een besluit komen.
