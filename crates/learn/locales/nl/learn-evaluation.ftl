learn-rung = Trede { $step }: { $name }
learn-rung-informed = Geen trede: alleen geïnformeerd
learn-value-named = { $name } (publieke waarde)
learn-not-recorded = niet vastgelegd
learn-variant-asked = de gemeente vraagt en beslist
learn-variant-reaction = bewoners reageren op een plan
learn-variant-joint = samen met partners
learn-variant-initiative = een initiatief van bewoners

learn-report-title = Wat kwam ervan: { $title }
learn-report-back = Terug naar het project
learn-report-lead = Dit is de evaluatie van dit project. U leest wat beter werd, wat slechter werd, wat gelijk bleef en wat niemand weet.
learn-report-day = De cijfers zijn van { $day }.
learn-report-withdrawn = Op { $day } is één interview ingetrokken. De woorden en de tellingen daarvan staan niet meer in dit verslag.
learn-report-small = Groepen van minder dan { $most } mensen tonen wij niet.
learn-report-contents = In dit verslag
learn-report-version = Versie { $version }, afgerond op { $day }.
learn-report-because = Verbeterd omdat:
learn-report-pdf = Het verslag als PDF
learn-report-csv = De cijfers voor een rekenblad (CSV)
learn-report-json = De cijfers voor programma’s en andere gemeenten (JSON)
learn-report-compare = Dit project naast een ander leggen
learn-report-no-pdf = Er kan hier geen PDF gemaakt worden. Druk de bladzijde zelf af.

learn-section-about = Over het project
learn-section-balance = Wat werd beter, wat niet
learn-section-worse = Wat werd slechter
learn-section-literature = Wat onderzoek zegt, en wat wij vonden
learn-section-influence = Hoeveel invloed hadden bewoners
learn-section-asked = Wat mensen zelf zeggen
learn-section-reach = Wie deed mee
learn-section-carried = Wat er met de inbreng gebeurde
learn-section-means = Wat het kostte
learn-section-heard = Van wie weten wij dit
learn-section-advice = Wat er met advies gebeurde
learn-section-planned = Gevraagd in het meetplan, zonder getal
learn-section-lessons = Wat wij meenemen
learn-section-versions = Versies
learn-section-files = Meenemen

learn-about-municipality = Gemeente
learn-about-initiator = Wie nam het initiatief
learn-about-variant = Van wie is het
learn-about-forms = Vormen
learn-about-groups = Wie men wilde bereiken
learn-about-strategies = Wat men deed tegen drempels
learn-about-stage = Stap waarin bewoners eerst meededen
learn-about-areas = Waar
learn-about-inhabitants = Inwoners over wie het gaat
learn-about-inhabitants-told = { $people }. Bron: { $source }.
learn-about-rules = Reglement
learn-about-rules-none = Geen plichten uit een reglement.
learn-about-rules-told = Plichten: { $all }. Nagekomen: { $met }. Niet nagekomen: { $broken }, waarvan met een openbare reden: { $motivated }. Niet bekend: { $untold }.
learn-about-period = Wanneer
learn-about-duration = Hoe lang
learn-about-from-until = van { $from } tot en met { $until }
learn-about-from = vanaf { $from }
learn-about-days =
    { $days ->
        [one] één dag
       *[other] { $days } dagen
    }

learn-balance-text = De balk deelt zich op de streep. Rechts staat wat beter werd, links wat slechter werd, op de streep wat gelijk bleef. Apart aan het eind staat wat niemand weet. De getallen ernaast zijn bronnen: gesprekken, observaties en documenten.
learn-balance-none = Er waren geen doelen vastgelegd, en er is nog niets onderzocht.
learn-balance-counts =
    { $effects ->
        [one] Er is naar één effect gekeken.
       *[other] Er is naar { $effects } effecten gekeken.
    } Beter: { $positive }. Gelijk: { $neutral }. Slechter: { $negative }. Niet bekend: { $unknown }. Een effect kan bij meer dan één staan.
learn-balance-effect = Effect
learn-balance-bar = Beeld
learn-balance-positive = beter
learn-balance-neutral = gelijk
learn-balance-negative = slechter
learn-balance-unknown = niet bekend
learn-balance-aim = doel { $rank }
learn-balance-not-aimed = geen doel, wel gevonden
learn-balance-silent = Niets gevonden: niet bekend.

learn-literature-text = Wat onderzoek elders vond, staat in een eigen kolom. Wij tellen het niet op bij wat wij hier vonden. Onderzoek zegt wat kán bijdragen of schaden, niet wat hier gebeurde. De nummers zijn regels uit «Wat we weten».
learn-literature-own = Wat wij hier vonden
learn-literature-research = Wat onderzoek zegt
learn-literature-counts = { $positive } keer beter, { $neutral } keer gelijk, { $negative } keer slechter, { $unknown } keer niet bekend.
learn-literature-factors = Genoemd als hulp of hinder:
learn-literature-promotes = Kan bijdragen:
learn-literature-harms = Kan schaden:
learn-literature-open = Kan beide kanten op:
learn-literature-none = Niets in wat wij kennen.

learn-worse-text = Bij deze effecten zegt minstens één bron dat het slechter werd, en voor wie.
learn-worse-none-coded = In de onderzochte bronnen zegt niemand dat iets slechter werd.
learn-worse-nobody-named = Voor wie, is niet opgeschreven.
learn-worse-few = Er is gezegd voor wie. Wij tonen dat alleen als vaststaat dat minstens drie geïnterviewden het zeiden.
learn-worse-looked = Er is gezocht naar wat slechter werd, en niets gevonden.
learn-evaluation-part-negative-done = Wat wij daaraan doen
learn-evaluation-part-negative-who = Wie zocht
learn-evaluation-part-negative-how = Hoe gezocht is
learn-evaluation-part-rung-motive = Waarom deze trede
learn-evaluation-part-limits = Wat deze evaluatie niet kan zeggen

learn-influence-announced = Aangekondigd
learn-influence-effective = Wat het werd
learn-influence-before = Wat deelnemers vooraf ervoeren
learn-influence-after = Wat deelnemers na het antwoord ervoeren
learn-influence-effective-none = nog niet vastgesteld
learn-influence-felt = gemiddeld { $mean } op een schaal van 1 tot 5
learn-influence-felt-none = niet gemeten
learn-influence-gap =
    { $side ->
        [0] Het werd de trede die aangekondigd was.
        [1] Het werd lager dan aangekondigd, met { $steps ->
            [one] één trede
           *[other] { $steps } treden
        } verschil.
       *[other] Het werd hoger dan aangekondigd, met { $steps ->
            [one] één trede
           *[other] { $steps } treden
        } verschil.
    }
learn-influence-felt-gap = Op een schaal van 0 tot 100 staat de aangekondigde trede op { $announced } en wat deelnemers ervoeren op { $felt }. Dat zijn twee verschillende dingen: lees het als een teken, niet als een maat.
learn-influence-fact-gap = Wat deelnemers ervoeren staat op { $felt } van 100. Van wat beslist is, is { $taken } van { $all } overgenomen ({ $share }).
learn-influence-caveat = Deze cijfers staan naast elkaar. Ze zeggen niet wat waardoor kwam, en ze zijn geen rapportcijfer.
learn-decided-title = Wat er beslist is
learn-decided-dossiers = Dossiers
learn-decided-of = { $all }, waarvan { $open } nog zonder besluit
learn-decided-bodies = Wie besliste
learn-decided-deviating = Besluiten die afwijken van het advies
learn-decided-commitments = Beloften
learn-decided-realised = { $realised } van { $all } zijn er

learn-asked-none = Aan deelnemers is niets gevraagd, of nog niets dat getoond kan worden.
learn-asked-text = Bij elke vraag staat hoeveel mensen antwoordden, wat hun antwoord gemiddeld was en hoeveel het eens zijn.
learn-asked-question = Waarover
learn-asked-when = Wanneer
learn-asked-who = Wie
learn-asked-many = Hoeveel antwoorden
learn-asked-middle = Gemiddelde (1 tot 5)
learn-asked-agree = Is het eens
learn-asked-before = vooraf
learn-asked-after = na het antwoord
learn-asked-later = veel later
learn-asked-later-6 = een half jaar later
learn-asked-later-12 = een jaar later
learn-asked-later-24 = twee jaar later
learn-asked-took-part = deed mee
learn-asked-outside = deed niet mee
learn-asked-staff = medewerkers
learn-asked-answered = { $many }, { $missing } liet het open
learn-asked-mean = { $mean } (tussen { $low } en { $high })
learn-asked-between = tussen { $low } en { $high }
learn-asked-g013 = Drempels
learn-asked-g014 = Begrepen waar het over ging
learn-asked-g015 = Zich gehoord voelen
learn-asked-g017 = Hoe goed het gesprek was
learn-asked-g022 = Ervaren invloed
learn-asked-g042 = Vertrouwen in de gemeente
learn-asked-g043 = Zelf kunnen meedoen
learn-asked-g044 = De gemeente luistert naar mensen zoals ik
learn-asked-g045 = Iets geleerd
learn-asked-g046 = Contact met anderen
learn-asked-g047 = Het gevoel dat het ook van mij is
learn-asked-g048 = Teleurstelling
learn-asked-g049 = Het stond al vast
learn-asked-g050 = Nog eens willen meedoen
learn-asked-g053 = Tevreden over de dienst
learn-asked-g055 = Eigen tijd
learn-asked-g056 = Het werk van medewerkers
learn-changes-title = Vooraf en erna bij dezelfde mensen
learn-changes-text = Dit is het verschil bij mensen die twee keer antwoordden. Het zegt niet waardoor het veranderde.
learn-changes-pairs = Mensen
learn-changes-until = Tot
learn-changes-everybody = wie meedeed en wie niet, samen
learn-changes-difference = Verschil
learn-changes-between = Onzekerheid

learn-unmeasured-text = Hiervoor zijn geen cijfers. Ernaast staat wat daarvoor nodig zou zijn.
learn-unmeasured-represent = Lijken deelnemers op de bevolking?
learn-unmeasured-represent-needs = Niet gemeten. Nodig: kenmerken die deelnemers vrij en apart opgeven, en dezelfde cijfers van de bevolking.
learn-unmeasured-worst = Welke groep ontbrak het meest?
learn-unmeasured-worst-needs = Niet gemeten. Nodig: hetzelfde, per groep van minstens de kleinste grootte die wij tonen.
learn-unmeasured-drop-out = Wie haakte af?
learn-unmeasured-drop-out-needs = Niet gemeten. Nodig: per stap hoeveel mensen begonnen en hoeveel er bij de laatste stap nog waren.
learn-characteristic-age = Leeftijd
learn-characteristic-gender = Vrouw, man of anders
learn-characteristic-area = Waar mensen wonen
learn-characteristic-education = Opleiding
learn-characteristic-language = Taal thuis
learn-characteristic-housing = Huren of kopen
learn-characteristic-association = Lid van een vereniging
learn-characteristic-harder = Voor wie meedoen moeilijker is
learn-reach-column-group = Groep
learn-reach-column-population = Inwoners
learn-reach-column-began = Begonnen
learn-reach-column-ratio = Van hun aandeel
learn-reach-column-stayed = Bij de laatste stap
learn-reach-column-dropped = Afgehaakt
learn-reach-together = Kleine groepen samen
learn-reach-hidden = niet getoond
learn-reach-few = Minder dan { $most } deelnemers zeiden dit. Daarom tonen wij er niets van.
learn-reach-told = { $told } deelnemers zeiden dit, { $unsaid } liever niet.
learn-reach-told-only = { $told } deelnemers zeiden dit. Hoeveel het liever niet zeiden, is niet geteld.
learn-reach-index = Gelijkenis met de bevolking: { $index }. Bij 1,00 zijn de aandelen gelijk, bij 0,00 helemaal niet.
learn-reach-index-stayed = Gelijkenis van wie er bij de laatste stap nog was: { $index }.
learn-reach-under-none = Van elke groep die wij tonen deed minstens vier vijfde van haar aandeel mee.
learn-reach-under = Minder dan vier vijfde van hun aandeel: { $groups }.
learn-reach-worst = Het verst onder haar aandeel: { $group }, met { $share } daarvan.
learn-reach-skew = Tussen de groep waarvan de meesten afhaakten en die waarvan de minsten afhaakten is het verschil { $points } procentpunten.
learn-reach-sources = Bron van de inwoners: { $population }. Bron van de deelnemers: { $source }.
learn-reach-dropped = { $share } haakte af.
learn-reach-caveat = Dit zegt wie erbij was. Het zegt niet of hun stem telde, en niet waarom anderen wegbleven.
learn-stayed-counts = Er begonnen { $began } mensen. Bij de laatste stap waren er nog { $stayed }. { $share } haakte af.
learn-stayed-hidden = Er begonnen { $began } mensen. Hoeveel er bleven tonen wij niet: het gaat over te weinig mensen.
learn-stayed-few = Wie bleef en wie afhaakte is geteld, maar het gaat over te weinig mensen om te tonen.
learn-stayed-noted = Een medewerker noteerde tijdens het project dat { $share } afhaakte. Aantallen zijn er niet.
learn-stayed-source = Bron: { $source }.
learn-planned-text = Wij spraken af om dit te meten. In deze evaluatie staat er geen getal van.
learn-unmeasured-planned = Staat in het meetplan. Er is geen getal.
learn-unmeasured-planned-year = Staat in het meetplan. Van dit project alleen is er geen getal. Kijk in het jaaroverzicht.
learn-unmeasured-planned-figures = Staat in het meetplan. Van dit project alleen is er geen getal. Kijk bij de cijfers van de hele gemeente.
learn-count-heading = Tellingen
learn-count-self-reported = Zelf gerapporteerd: wie het project deed, telde dit. Niemand anders keek het na.
learn-count-earlier = Wie al vaker meedeed
learn-count-earlier-told = Twee keer of vaker in drie jaar, of voor een organisatie: { $part } van { $whole } die antwoordden ({ $share }).
learn-count-unorganised = Wie in geen vereniging zit
learn-count-unorganised-told = In geen vereniging: { $part } van { $whole } die antwoordden ({ $share }).
learn-count-hidden = Aantal dat antwoordde: { $whole }. Hoe zij antwoordden, tonen wij niet: het gaat over te weinig mensen.
learn-count-few = Minder dan { $most } mensen antwoordden hierop. Daarom tonen wij er niets van.
learn-count-unsaid = Liever niet gezegd: { $unsaid }.
learn-count-unsaid-none = Hoeveel het liever niet zeiden, is niet geteld.
learn-count-remedied = Redenen om af te haken
learn-count-remedied-told = Redenen waaraan de gemeente iets kon doen: { $whole }. Verholpen: { $part }.
learn-count-share = Dat is { $share }.
learn-count-attendance = Hoe vaak deelnemers kwamen
learn-count-attendance-told = Deelnemers: { $participants }. Zij kwamen samen { $all } keer, gemiddeld { $mean } keer.
learn-count-attendance-hidden = Deelnemers: { $participants }. Hoe vaak zij kwamen, tonen wij niet: te weinig mensen kwamen meer dan één keer.
learn-count-attendance-few = Er zijn minder dan { $most } deelnemers geteld. Daarom tonen wij er niets van.
learn-count-response = Antwoord op uitnodigingen
learn-count-response-told = Aangenomen: { $accepted } van { $delivered } bezorgde uitnodigingen ({ $share }).
learn-count-response-hidden = Bezorgde uitnodigingen: { $delivered }. Hoeveel er aangenomen zijn, tonen wij niet: het gaat over te weinig mensen.
learn-count-response-few = Er zijn te weinig uitnodigingen geteld om er iets van te tonen.
learn-count-response-ends = Het hoogst bij { $highest } ({ $high }), het laagst bij { $lowest } ({ $low }): { $ratio } keer zoveel.
learn-count-response-shown = Alleen wat wij tonen, is vergeleken.
learn-count-channels = Werven per kanaal
learn-count-channels-told = Nieuwe deelnemers samen: { $joined }.
learn-count-channels-few = Er kwamen minder dan { $most } nieuwe deelnemers. Daarom tonen wij niet hoeveel.
learn-count-column-stratum = Soort plek of groep
learn-count-column-delivered = Bezorgd
learn-count-column-accepted = Aangenomen
learn-count-column-rate = Aandeel
learn-count-column-channel = Kanaal
learn-count-column-joined = Nieuwe deelnemers
learn-count-column-hours = Uren
learn-count-column-money = Kosten
learn-count-column-per-hour = Per uur
learn-count-column-per-hundred = Per 100 euro
learn-observed-heading = Wat een waarnemer zag
learn-observed-sessions = Bekeken bijeenkomsten: { $sessions }.
learn-observed-told = Daarvan met minstens { $most } mensen: { $told }. Alleen daarover tonen wij cijfers.
learn-observed-quality = Respect, redenen geven en luisteren: gemiddeld { $mean } op een schaal van 1 tot 5.
learn-observed-gini = Hoe ongelijk mensen spraken: gemiddeld { $gini }, bijeenkomsten waar dat geteld is: { $compared }. Bij 0,00 sprak iedereen evenveel, dicht bij 1,00 sprak bijna alleen één persoon.
learn-observed-gini-none = Hoe ongelijk mensen spraken, tonen wij niet: het is van te weinig mensen geteld.
learn-observed-caveat = Zo zag een waarnemer het. Een ander kan het anders zien.

learn-carried-text = Deze cijfers zeggen hoe snel mensen antwoord kregen, of zij het begrepen, wat is overgenomen en wat er ook kwam.

learn-means-column-what = Wat
learn-means-planned = Gepland
learn-means-used = Gebruikt
learn-means-percent = Gebruikt van gepland
learn-means-each = Per uitgevoerde belofte
learn-means-unknown = niet geteld
learn-means-untold = niet te zeggen
learn-means-hours =
    { $hours ->
        [one] één uur
       *[other] { $hours } uur
    }
learn-means-municipal-hours = Uren van de gemeente
learn-means-municipal-money = Geld van de gemeente
learn-means-resident-hours = Uren van bewoners
learn-means-resident-money = Kosten van bewoners
learn-means-partner-hours = Uren van partners
learn-means-partner-money = Geld van partners
learn-volunteers-given =
    Vrijwilligers gaven { $hours } uur voor { $count ->
        [one] één belofte
       *[other] { $count } beloften
    }.
learn-volunteers-given-few =
    { $count ->
        [one] Voor één belofte gaven weinig mensen tijd, of is de maand niet voorbij
       *[other] Voor { $count } beloften gaven weinig mensen tijd, of is de maand niet voorbij
    }. Hoeveel, tonen wij niet.
learn-volunteers =
    { $count ->
        [one] Eén belofte vraagt tijd van vrijwilligers
       *[other] { $count } beloften vragen tijd van vrijwilligers
    }: in het midden { $median } uur per maand. { $above ->
        [0] Geen vraagt meer dan zij zeiden te kunnen geven.
        [one] Eén vraagt meer dan zij zeiden te kunnen geven.
       *[other] { $above } vragen meer dan zij zeiden te kunnen geven.
    }

learn-heard-nobody = Er is met niemand gesproken voor deze evaluatie.
learn-heard-other = andere mensen
learn-heard-sources =
    { $count ->
        [one] één bron
       *[other] { $count } bronnen
    }
learn-heard-not = Wie niet gehoord is
learn-heard-one-voice = Niet gehoord zijn bewoners, organisaties die tussen bewoners en gemeente staan, of allebei. Lees de uitkomst dan voorzichtig.

learn-advice-none = Bij het ontwerp zijn geen adviezen gekozen of opzijgezet.
learn-advice-heeded =
    { $followed ->
        [one] Bij het ontwerp is één advies gevolgd
       *[other] Bij het ontwerp zijn { $followed } adviezen gevolgd
    } en { $aside ->
        [one] is er één opzijgezet
       *[other] zijn er { $aside } opzijgezet
    }, telkens met een reden.
learn-advice-met =
    { $count ->
        [one] Eén opzijgezet advies waarschuwt voor een effect dat ook slechter uitkwam. Dat zegt niet dat het een door het ander kwam:
       *[other] { $count } opzijgezette adviezen waarschuwen voor een effect dat ook slechter uitkwam. Dat zegt niet dat het een door het ander kwam:
    }

learn-lesson-next = Volgende keer:
learn-lesson-worked-no = Het werkte niet
learn-lesson-worked-partly = Het werkte deels, of voor sommigen
learn-lesson-worked-yes = Het werkte

learn-waiver-public = Dit project wordt niet geëvalueerd. Hieronder staat waarom.
learn-waiver-when = Dat is gezegd op { $day }.

learn-panel-title = Evaluatie
learn-panel-read = Lees de evaluatie
learn-panel-waived = Dit project wordt niet geëvalueerd.
learn-panel-why = Lees waarom
learn-panel-not-yet = Dit project is gesloten en nog niet geëvalueerd.
learn-panel-running = Dit project is nog niet geëvalueerd.
learn-panel-evaluate = Evalueren

learn-evaluations-standing = Evaluatie
learn-standing-none = nog niet begonnen
learn-standing-draft = in opmaak
learn-standing-finished = afgerond
learn-standing-waived = wordt niet geëvalueerd, met reden

learn-compare-title = Projecten naast elkaar
learn-compare-lead = Leg twee tot vier projecten naast elkaar, van ons of van een andere gemeente. Er is geen volgorde van goed naar slecht: elk project heeft eigen omstandigheden.
learn-compare-what = Wat
learn-compare-evaluation = Wat is onderzocht
learn-compare-heard = Wie gehoord is
learn-compare-note = Een verschil zegt niet waardoor het kwam. Kijk ook naar wie niet gehoord is.
learn-compare-again = Andere projecten kiezen
learn-compare-none = Er zijn nog geen projecten.
learn-compare-choose = Welke projecten?
learn-compare-choose-hint = Kies er twee, drie of vier.
learn-compare-submit = Leg naast elkaar
learn-compare-how-many = Kies twee, drie of vier projecten uit de lijst.
learn-compare-elsewhere = { $title } ({ $municipality }, ingelezen)

learn-year-title = Jaaroverzicht participatie { $year }
learn-year-link = Het jaaroverzicht voor de gemeenteraad
learn-year-lead = Wat deed de gemeente dit jaar met participatie? Voor de gemeenteraad en voor iedereen. Bij elk beeld staan de getallen.
learn-year-rungs = Hoeveel invloed werd beloofd
learn-year-rungs-text = Elk project dat dit jaar begon staat op één trede, van luisteren tot alleen beslissen.
learn-year-rung = Trede
learn-year-processes = Projecten
learn-year-lowest = Alleen luisteren, per dienst
learn-year-lowest-text = Een project telt bij elke dienst die eraan werkte.
learn-year-stages = Hoe vroeg deden bewoners mee
learn-year-early = Voordat beleid werd uitgewerkt:
learn-year-established = Hoeveel invloed het werd
learn-year-established-text = De trede die na het besluit is vastgesteld.
learn-year-informed = Alleen geïnformeerd:
learn-year-influence = Wat beloofd was en wat het werd
learn-year-influence-text = Van de evaluaties die dit jaar zijn afgerond.
learn-year-influence-lower = lager dan aangekondigd
learn-year-influence-same = zoals aangekondigd
learn-year-influence-higher = hoger dan aangekondigd
learn-year-influence-unknown = niet vastgesteld
learn-year-evaluations = Evaluaties
learn-year-evaluated-title = Wat is geëvalueerd
learn-year-evaluated = Gesloten projecten met een evaluatie waarin ook staat wat slechter werd: { $share } Zonder evaluatie maar met een openbare reden: { $waived }.
learn-year-balance-text = Alle effecten van alle evaluaties samen. Een effect kan bij meer dan één staan.
learn-year-effects = Effecten
learn-year-concentrated = Van alle bronnen die zeggen dat iets slechter werd, gaan er { $of } van { $whole } over de acht effecten waarover het meest gezegd is.
learn-year-worse = Waar iets slechter werd
learn-year-worse-none = In geen evaluatie van dit jaar zegt een bron dat iets slechter werd.
learn-year-voices = Evaluaties waarin bewoners én organisaties ertussen gehoord zijn:
learn-year-advice = Adviezen gevolgd: { $followed }. Opzijgezet met een reden: { $aside }. Daarvan over een effect dat ook slechter uitkwam: { $met }.
learn-year-means-none = In geen evaluatie van dit jaar zijn uren of geld geteld.
learn-year-means-counted = Geteld in
learn-year-means-of = { $many } van { $all ->
    [one] 1 evaluatie
   *[other] { $all } evaluaties
}
learn-year-indicators = Cijfers over de jaren
learn-year-leaning = Waarop het steunt
learn-year-secured = Projecten met geld voor meer dan een jaar
learn-year-carrier = Projecten die op één persoon steunen (vandaag)
learn-year-learning = Wat wij leren en nakomen
learn-year-reuse = Ontwerpen die een eerdere les overnamen
learn-year-rules-met = Plichten van het participatiereglement die nagekomen zijn
learn-year-rules-motivated = Afwijkingen met een openbare reden
learn-year-share =
    { $of } van { $whole } ({ $share }). { $missing ->
        [0] {""}
        [one] Van één is het niet bekend.
       *[other] Van { $missing } is het niet bekend.
    }
learn-year-share-none =
    { $missing ->
        [0] Geen.
        [one] Van één is het niet bekend.
       *[other] Van { $missing } is het niet bekend.
    }
