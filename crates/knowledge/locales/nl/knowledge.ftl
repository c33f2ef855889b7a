# Wat we weten: voor iedereen.
knowledge-title = Wat we weten over meedoen
knowledge-lead = Onderzoekers schreven op wat meedoen kan doen: goed en minder goed. Hier leest u het, met de bron erbij.
knowledge-english = De Engelse woorden zijn van ons. Niemand anders heeft ze nagelezen. De bronnen zijn in het Nederlands.
knowledge-original = De bronnen en de woorden eruit zijn in het Nederlands. Ze zijn niet vertaald: u leest het origineel.
knowledge-no-cause = Niets hier zegt dat iets zeker gebeurt. Er staat wat kan, en wat onderzoekers samen zagen voorkomen.
knowledge-more-good = De onderzoekers zeggen zelf: over wat goed ging, is meer geschreven dan over wat niet goed ging.
knowledge-two-lists = Er zijn twee lijsten van effecten, uit twee soorten onderzoek. Wij voegen ze niet samen, ook niet waar de namen gelijk zijn.
knowledge-more = Verder lezen
knowledge-back = Wat we weten
knowledge-back-rules = Alle regels
knowledge-own-mark = eigen
knowledge-rules-title = Regels: wanneer kan wat gebeuren
knowledge-counts = { $all } regels. Bij { $computed } kijkt het programma zelf of ze gelden, { $asked } worden gevraagd, { $shown } worden alleen getoond.
knowledge-counts-own = { $count ->
    [one] Eén daarvan schreef onze gemeente zelf.
   *[other] { $count } daarvan schreef onze gemeente zelf.
}
knowledge-numbers-title = Getallen uit het onderzoek
knowledge-gaps-title = Wat elkaar tegenspreekt, en wat ontbreekt
knowledge-sources-title = Bronnen
knowledge-data-title = Open data
knowledge-regulation-title = Participatiereglement
knowledge-list-effect = Effecten van meedoen aan beleid, uit onderzoek naar beleidsparticipatie.
knowledge-list-value = Publieke waarden, uit onderzoek naar diensten die burgers en overheid samen maken.
knowledge-list-further = Effecten die alleen in de lopende tekst van de bronnen staan, niet in hun tabel.
knowledge-list-local = Effecten die onze gemeente zelf toevoegde, met een eigen bron.
knowledge-table-caption = Hoeveel regels zeggen dat iets aan dit effect kan bijdragen of het kan schaden
knowledge-column-effect = Effect of waarde
knowledge-promotes = Kan bijdragen
knowledge-harms = Kan schaden
knowledge-mixed = Kan beide kanten op
knowledge-open = De bron laat het open
knowledge-alike-title = Bijna dezelfde naam, niet hetzelfde
knowledge-alike-text = Deze namen staan in beide lijsten. Wat ze betekenen, verschilt.
knowledge-advice = Wat u kunt doen
knowledge-strength = Waarop het steunt
knowledge-strength-review-finding = gevonden in een systematische literatuurstudie
knowledge-strength-review-advice = advies van de auteurs van een systematische literatuurstudie
knowledge-strength-review-assumption = aanname of begrip in een systematische literatuurstudie, geen bevinding
knowledge-strength-exploratory-review = gevonden in een verkennende literatuurstudie
knowledge-strength-cited-literature = aangehaald uit literatuur in een masterproef
knowledge-strength-case-finding = gevonden in een studie van twee gemeenten
knowledge-strength-statement = gezegd door mensen die geïnterviewd werden
knowledge-strength-slide = staat op een dia, zonder meer uitleg
knowledge-strength-local = eigen ervaring van onze gemeente
knowledge-in-list = Staat in de lijst
knowledge-means = Wat het betekent
knowledge-direction = Hoe de bron het noemt
knowledge-direction-positive = gunstig
knowledge-direction-negative = ongunstig
knowledge-direction-both = gunstig en ongunstig
knowledge-source = Bron
knowledge-effect-rules = { $count ->
    [0] Nog geen regel gaat over dit effect.
    [one] Eén regel gaat over dit effect.
   *[other] { $count } regels gaan over dit effect.
}
knowledge-rule-title = Regel { $id }
knowledge-own-rule = Deze regel schreef onze gemeente zelf. Het is geen uitkomst van onderzoek.
knowledge-when = Wanneer
knowledge-effect = Wat er dan kan gebeuren
knowledge-asks = Wat de regel doet
knowledge-speaks = Waar in een project hij past
knowledge-how-known = Hoe het programma weet of hij geldt
knowledge-computed = Het programma kijkt naar wat is ingevuld
knowledge-asked = Een medewerker antwoordt ja of nee
knowledge-shown = Niemand kan het met ja of nee zeggen: iedereen leest hem
knowledge-at-start = bij de start van het ontwerp
knowledge-at-aims = bij de keuze van de doelen
knowledge-at-recruitment = bij het plan voor de werving
knowledge-at-form = bij de keuze van de vorm
knowledge-at-roles = bij de rollen
knowledge-at-means = bij de middelen
knowledge-at-session = na een bijeenkomst
knowledge-at-assignment = wanneer een dienst het dossier draagt
knowledge-at-frame-check = bij de toets van de kaders
knowledge-at-evaluation = bij de evaluatie
knowledge-at-yearly = bij de jaarlijkse blik op de organisatie
knowledge-kind-warning = waarschuwt
knowledge-kind-advice = geeft raad
knowledge-kind-gate = vraagt een antwoord voor men verder gaat
knowledge-kind-evaluation = vraagt iets voor de evaluatie
knowledge-phase-design = ontwerp
knowledge-phase-recruitment = werving
knowledge-phase-run = verloop
knowledge-phase-internal = doorwerking in de organisatie
knowledge-phase-decision = besluit en antwoord
knowledge-phase-implementation = uitvoering
knowledge-phase-evaluation = evaluatie
knowledge-phase-organisation = organisatie
knowledge-note = Wat het programma koos waar de bron het openlaat
knowledge-beside = De andere kant
knowledge-rules-lead = Elke regel zegt: wanneer, wat er dan kan gebeuren, wat u kunt doen, en waar het staat.
knowledge-rules-found-title = Gevonden regels
knowledge-rules-found = { $count ->
    [0] Geen regel gevonden. Vraag minder tegelijk.
    [one] Eén regel gevonden.
   *[other] { $count } regels gevonden, bladzijde { $at } van { $pages }.
}
knowledge-filter-word = Zoek een woord
knowledge-filter-effect = Effect of waarde
knowledge-filter-phase = Waar in een project
knowledge-filter-kind = Wat de regel doet
knowledge-filter-source = Bron
knowledge-filter-way = Hoe het programma weet of hij geldt
knowledge-filter-submit = Zoek regels
knowledge-sources-lead = Niet elke bron kan even veel dragen. Daarom staat bij elke bron wat voor bewijs het is.
knowledge-source-kind = Soort bewijs
knowledge-source-mind = Let op
knowledge-source-key = Kenmerk
knowledge-source-rules = { $count ->
    [0] Geen regels uit deze bron
    [one] Eén regel uit deze bron
   *[other] { $count } regels uit deze bron
}
knowledge-evidence-systematic-review = systematische literatuurstudie: studies gezocht volgens een plan dat vooraf vastlag
knowledge-evidence-exploratory-review = verkennende literatuurstudie: de keuze volgde uit het lezen
knowledge-evidence-case-study = studie van twee gemeenten met elf interviews
knowledge-evidence-slides = dia’s van een les
knowledge-evidence-external = andere publicatie
knowledge-evidence-local = eigen bron van onze gemeente
knowledge-strengths-title = Waarop regels steunen
knowledge-strengths-text = Dit zijn soorten, geen cijfers. De volgorde zegt niet wat meer waar is.
knowledge-column-rules = Regels
knowledge-numbers-lead = Wat een bron als getal noemt, staat er met de vindplaats. Wat daaruit volgt, rekent het programma uit, met de formule erbij.
knowledge-stated-title = Getallen die een bron noemt
knowledge-column-what = Wat
knowledge-column-number = Getal
knowledge-alone = Niets leidt ernaar en niets volgt eruit:
knowledge-derived-title = Getallen die daaruit volgen
knowledge-derived-text = Wij ronden pas af op het einde, en een half altijd naar boven.
knowledge-column-formula = Hoe het volgt
knowledge-one-of = (een van deze)
knowledge-checks-title = Wat een bron zegt naast wat eruit volgt
knowledge-checks-text = Waar de twee niet samengaan, blijven beide staan. Niets wordt rechtgezet.
knowledge-column-stated = De bron zegt
knowledge-column-should = Dat zou moeten zijn
knowledge-column-derived = Eruit volgt
knowledge-column-holds = Gaat dat samen?
knowledge-should-same = hetzelfde
knowledge-should-at-most = hoogstens zoveel
knowledge-should-less = minder dan dat
knowledge-should-about = ongeveer zoveel
knowledge-holds-yes = ja
knowledge-holds-no = nee
knowledge-holds-open = de bron zegt «ongeveer»
knowledge-traps-title = Getallen die op elkaar lijken
knowledge-gaps-lead = Bronnen spreken elkaar soms tegen. En van sommige bronnen ging iets verloren voor het bij ons kwam.
knowledge-clashes-title = Wat elkaar tegenspreekt
knowledge-clashes-text = Beide kanten staan naast elkaar. Wij kiezen niet wie gelijk heeft.
knowledge-mind = Let op:
knowledge-lost-title = Wat ontbreekt
knowledge-lost-text = Wat verloren ging, blijft open. Wij verzinnen er niets voor in de plaats. Een gemeente die het weet, kan het aanvullen met een eigen bron.
knowledge-lost-count = { $count } ontbreken
knowledge-lost-where = Hoort te staan in:
knowledge-data-lead = Alles wat hier staat, als tabellen. Elke rij heeft de vindplaats erbij. U mag het gebruiken.
knowledge-data-all = Alles in één bestand (JSON)
knowledge-column-table = Tabel
knowledge-column-rows = Rijen
knowledge-column-file = Bestand
knowledge-table-sources = Bronnen
knowledge-table-lists = Lijsten
knowledge-table-items = Wat in de lijsten staat
knowledge-table-correspondences = Namen in beide lijsten
knowledge-table-rules = Regels
knowledge-table-facts = Waar regels naar kijken
knowledge-table-numbers = Getallen
knowledge-table-checks = Gezegd naast afgeleid
knowledge-table-lookalikes = Getallen die op elkaar lijken
knowledge-table-respondents = Wie geïnterviewd werd
knowledge-table-ladders = Ladders
knowledge-table-rungs = Treden
knowledge-table-perspectives = Perspectieven
knowledge-table-perspective_words = Waarden en competenties per perspectief
knowledge-table-dilemmas = Dilemma’s
knowledge-table-strategies = Strategieën
knowledge-table-reviews = Literatuurstudies
knowledge-table-contradictions = Wat elkaar tegenspreekt
knowledge-table-lost = Wat ontbreekt
knowledge-table-toetsen = Toetsen

# Het reglement.
knowledge-regulation-lead = Deze regels legde de gemeente zichzelf op voor elk project waarin u kunt meedoen.
knowledge-regulation-none = Onze gemeente heeft nog geen participatiereglement in dit programma.
knowledge-regulation-version = Versie { $version }, geldt vanaf { $date }
knowledge-regulation-not-yet = Deze versie geldt nog niet.
knowledge-regulation-no-longer = Deze versie geldt niet meer. Projecten die onder deze versie begonnen, blijven eraan gebonden.
knowledge-regulation-to-holding = Naar wat nu geldt
knowledge-regulation-versions = Versies
knowledge-regulation-first = De eerste versie.
knowledge-regulation-reason = Waarom dit veranderde
knowledge-regulation-changes = Wat er veranderde
knowledge-regulation-counts = Van de projecten die het laatste jaar begonnen: { $met } van { $all } verplichtingen nagekomen. Van { $untold } kan niemand het nog zeggen. { $deviations ->
    [one] Eén afwijking
   *[other] { $deviations } afwijkingen
}, waarvan { $motivated } met uitleg.
knowledge-article = Artikel { $number }
knowledge-article-added = nieuw
knowledge-article-removed = vervallen
knowledge-article-changed = gewijzigd
knowledge-column-article = Artikel
knowledge-column-was = Was
knowledge-column-is = Is
knowledge-outcome-met = Nagekomen
knowledge-outcome-not-met = Niet nagekomen
knowledge-outcome-untold = Niet te zeggen
knowledge-check-how = Zo kijken wij dat na: { $check }.
knowledge-check-answer-working = { $days ->
    [one] De belofte is antwoord binnen één werkdag of sneller
   *[other] De belofte is antwoord binnen { $days } werkdagen of sneller
}
knowledge-check-answer-days = { $days ->
    [one] De belofte is antwoord binnen één dag of sneller
   *[other] De belofte is antwoord binnen { $days } dagen of sneller
}
knowledge-check-open = { $days ->
    [one] U kunt minstens één dag meedoen
   *[other] U kunt minstens { $days } dagen meedoen
}
knowledge-check-rung = De beloofde trede is «{ $rung }» of hoger
knowledge-check-screen = U kunt ook zonder scherm meedoen
knowledge-check-report = Het verslag van de evaluatie is gepubliceerd
knowledge-check-asked = Een medewerker antwoordt ja of nee
knowledge-check-mandate-written = Wie het project toestond, staat erin
knowledge-check-decider-written = Wie beslist, staat erin
knowledge-check-criteria-written = De gronden van het besluit staan erin
knowledge-check-outside-written = Wat erbuiten valt, staat erin
knowledge-check-decision-date-set = De dag van het besluit staat erin
knowledge-check-budget-set = Er is een vast bedrag
knowledge-check-policy-linked = Het hoort bij een beleidsplan
knowledge-check-frames-published = De kaders zijn vooraf gepubliceerd
knowledge-check-not-pursued-written = Wat niet beoogd is, staat erin
knowledge-check-assisted-entry = Er is hulp bij het invullen
knowledge-check-selection-account-published = Hoe mensen gekozen werden, is gepubliceerd
knowledge-check-information-pack = Er is een pakket met informatie
knowledge-check-coordinator-named = Er is een coördinator
knowledge-check-after-contact-planned = Contact na afloop is gepland
