learn-title = Hoe doen we het?
learn-lead = Wij tellen wat goed gaat en wat niet goed gaat. Bij elk cijfer staat waarvan het een deel is, en wat wij niet weten.
learn-back = Alle cijfers
learn-from = Van
learn-to = Tot en met
learn-by-department = Dienst
learn-by-area = Wijk
learn-by-channel = Hoe het binnenkwam
learn-by-process = Project
learn-ask = Toon deze cijfers
learn-day-wrong = Vul een dag in, bijvoorbeeld 2026-03-12.
learn-period-turned = De eerste dag ligt na de laatste. Draai ze om.
learn-period = Van { $from } tot en met { $to }.
learn-counted = Geteld op { $time }.
learn-never-counted = De cijfers zijn nog niet geteld. Dat gebeurt elk uur vanzelf.
learn-received =
    { $count ->
        [0] In deze periode kwam niets binnen.
        [one] In deze periode kwam één bijdrage binnen.
       *[other] In deze periode kwamen { $count } bijdragen binnen.
    } { $withdrawn ->
        [0] Geen daarvan is ingetrokken.
        [one] Eén daarvan is ingetrokken en telt verder niet mee.
       *[other] { $withdrawn } daarvan zijn ingetrokken en tellen verder niet mee.
    }
learn-received-few = In deze periode kwamen minder dan { $most } bijdragen binnen.

learn-theme-time = Hoe lang duurt het?
learn-theme-answers = Krijgt wie meedoet een antwoord?
learn-theme-still = Wat bleef liggen?
learn-theme-together = Hoe werken wij samen?
learn-theme-doing = Komt het er ook?
learn-theme-leaning = Op wie steunt het?

learn-column-figure = Cijfer
learn-column-outcome = Uitkomst
learn-column-what = Wat
learn-column-says = Dat is
learn-column-many = Aantal
learn-column-share = Deel
learn-column-open = Nu nog
learn-column-median = Werkdagen, de middelste
learn-tone-good = goed
learn-tone-plain = geen van beide
learn-tone-bad = niet goed
learn-tone-unknown = niet bekend

learn-headline-share = { $numerator } van { $denominator } ({ $share })
learn-headline-count = { $numerator } van { $denominator }
learn-headline-none = Nog niets om een deel van te nemen.
learn-headline-no-days = Nog geen enkele.
learn-headline-days = De helft { $median ->
        [0] op dezelfde dag
        [one] binnen één werkdag
       *[other] binnen { $median } werkdagen
    }, negen van de tien { $nine ->
        [0] op dezelfde dag
        [one] binnen één werkdag
       *[other] binnen { $nine } werkdagen
    }.
learn-headline-spread = { $count ->
        [one] Eén keer gekozen.
       *[other] { $count } keer gekozen.
    }
learn-stranded-headline = { $share }. De middelste lag { $median ->
        [one] één werkdag
       *[other] { $median } werkdagen
    } stil.
learn-means-headline = { $share }. De middelste kreeg antwoord { $median ->
        [0] op dezelfde dag
        [one] binnen één werkdag
       *[other] binnen { $median } werkdagen
    }.
learn-told-nothing = Niets in deze periode.
learn-told-few = Minder dan { $most }: te weinig om te tonen.
learn-told-few-in-confidence = Te weinig om te tonen: minder dan { $most } reacties in een heel kwartaal.
learn-told-not-split = Dit cijfer kan niet zo verdeeld worden.
learn-told-not-counted = Nog niet geteld.

learn-no-department = het participatieteam
learn-no-area = zonder wijk
learn-no-channel = niet bekend
learn-no-process = zonder project
learn-other-place = iets anders
learn-quarter = { $number }e kwartaal { $year }

learn-parts-title = Waaruit het bestaat
learn-spell-title = Waarom het stil lag
learn-spell-column = Reden
learn-level-title = Naar welk niveau
learn-level-column = Niveau
learn-split-department = Per dienst
learn-split-department-column = Dienst
learn-split-area = Per wijk
learn-split-area-column = Wijk
learn-split-channel = Naar hoe het binnenkwam
learn-split-channel-column = Hoe het binnenkwam
learn-split-process = Per project
learn-split-process-column = Project
learn-split-quarter = Per kwartaal
learn-split-quarter-column = Kwartaal
learn-how-title = Hoe wij dit tellen
learn-how-formula = Berekening
learn-how-source = Waaruit
learn-how-unit = Wat wij tellen
learn-how-small = Kleine groepen
learn-how-code = Nummer
learn-small-people = Een groep van minder dan { $most } tonen wij niet. Daarom is soms ook een grotere groep verborgen: anders was de kleine uit te rekenen.
learn-small-deeds = Het gaat over wat de gemeente deed. Elk geval is ook apart openbaar. Van minder dan { $most } nemen wij geen deel.
learn-read-title = Hoe u dit leest
learn-read-causes = Een cijfer zegt wat er gebeurde, niet waardoor. Het is geen rangorde van diensten of mensen.
learn-read-small = Kleine groepen mensen tonen wij niet. Niets staat hier op naam.
learn-read-confidence = Wat indieners van hun antwoord vonden, zeiden zij in vertrouwen. Wij tellen het alleen in hele kwartalen die voorbij zijn, en nooit van minder dan vijf mensen.
learn-sheet = Deze cijfers voor een rekenblad (CSV)
learn-answers-link = Lees alle antwoorden
learn-lessons-link = Wat we uit projecten leerden
learn-one-sided = In het jaar tot de laatste dag koos men in meer dan 60 van de 100 keer dezelfde weg: { $strategy }. Kijk of de andere wegen genoeg kans kregen.
learn-one-sided-perspective = In het jaar tot de laatste dag kregen in meer dan 60 van de 100 keer waarden van dezelfde soort voorrang: { $perspective }. Kijk of andere waarden te veel schade hebben.
learn-lasting-benchmark = Ter vergelijking: Genk meldde zelf dat 73 % van zijn projecten een plek kreeg in de wijk. Dat is door niemand nagerekend en hier niet op dezelfde manier geteld.

learn-source-journal = Het logboek van elk dossier.
learn-source-departments = Wat diensten erbij schreven: overleg met elkaar, middelen, bezwaren, adviezen en waarden.
learn-source-answers = De openbare antwoorden en hoe zij bezorgd zijn.
learn-source-reactions = Wat indieners van hun antwoord vonden.
learn-source-commitments = De beloften na besluiten.
learn-source-roles = Welke rollen mensen hebben op de dag van de telling.
learn-unit-contribution = Bijdragen. Wat samen reist, telt voor elke indiener.
learn-unit-reaction = Indieners die een antwoord kregen.
learn-unit-dossier = Dossiers: één bijdrage, of een bundel die samen reist.
learn-unit-request = Vragen om middelen aan een dienst.
learn-unit-escalation = Keren dat een vraag naar een hoger niveau ging.
learn-unit-weighing = Keren dat botsende waarden zijn opgeschreven.
learn-unit-commitment = Beloften na een besluit.
learn-unit-process = Projecten die nu open zijn.

learn-response-receipt-name = Van gezegd tot ontvangstbewijs
learn-response-receipt-what = Hoe lang het duurt tot een bijdrage een nummer heeft. Wat aan de deur of op papier komt, ligt soms eerst nog op een stapel.
learn-response-receipt-formula = Werkdagen van de dag waarop iets gezegd of geschreven is tot de dag waarop het een nummer kreeg. Telt mee op de dag van ontvangst.
learn-response-receipt-missing = { $count } wachten nog.
learn-response-first-name = Van ontvangst tot eerste bericht met inhoud
learn-response-first-what = Hoe lang iemand wacht op het eerste bericht dat over de zaak zelf gaat: een vraag, de kadertoets, een advies, een doorverwijzing, een besluit of een antwoord.
learn-response-first-formula = Werkdagen van de dag van ontvangst tot dat bericht. Telt mee op de dag van ontvangst.
learn-response-first-missing = { $count ->
        [one] Eén bijdrage wacht nog. Zij telt in deze dagen niet mee.
       *[other] { $count } bijdragen wachten nog. Zij tellen in deze dagen niet mee.
    }
learn-response-decision-name = Van ontvangst tot besluit
learn-response-decision-what = Hoe lang het duurt tot over een bijdrage is beslist, of tot zij is doorverwezen of bewaard.
learn-response-decision-formula = Werkdagen van de dag van ontvangst tot de dag van het besluit. Telt mee op de dag van ontvangst. Na een herziening of uitstel telt het laatste besluit.
learn-response-decision-missing = { $count ->
        [one] Over één bijdrage is nog niet beslist. Zij telt in deze dagen niet mee.
       *[other] Over { $count } bijdragen is nog niet beslist. Zij tellen in deze dagen niet mee.
    }
learn-response-feedback-name = Van besluit tot antwoord
learn-response-feedback-what = Hoe lang de indiener na het besluit wacht op een antwoord met de redenen.
learn-response-feedback-formula = Werkdagen van de dag van het besluit tot de dag waarop het antwoord openbaar werd. Telt mee op de dag van het besluit.
learn-response-feedback-missing = { $count ->
        [one] Eén bijdrage heeft nog geen antwoord. Zij telt in deze dagen niet mee.
       *[other] { $count } bijdragen hebben nog geen antwoord. Zij tellen in deze dagen niet mee.
    }
learn-answered-name = Antwoord gegeven en bezorgd
learn-answered-what = Welk deel van de besloten bijdragen een antwoord heeft dat bij de indiener is aangekomen, of openbaar is als de indiener niets wilde ontvangen.
learn-answered-formula = Bezorgde antwoorden, gedeeld door alle bijdragen waarover is beslist en waarvan het antwoord er is of er moest zijn. Telt mee op de dag van het besluit.
learn-answered-missing = { $count ->
        [one] Bij één bijdrage loopt de termijn nog.
       *[other] Bij { $count } bijdragen loopt de termijn nog.
    }
learn-motivated-name = Antwoord met alle redenen
learn-motivated-what = Welk deel van de besluiten een antwoord heeft met alles wat erin moet staan: wat ermee gedaan is, wat de doorslag gaf, en waarom niet als het nee is.
learn-motivated-formula = Bijdragen met een volledig antwoord, gedeeld door alle bijdragen waarover is beslist en waarvan het antwoord er is of er moest zijn.
learn-motivated-missing = { $count ->
        [one] Bij één bijdrage loopt de termijn nog.
       *[other] Bij { $count } bijdragen loopt de termijn nog.
    }
learn-understood-name = Indiener begreep het antwoord
learn-understood-what = Welk deel van de indieners die daarop antwoordden, zegt dat zij begrepen waarom.
learn-understood-formula = Indieners die ja zeiden, gedeeld door alle indieners die ja of nee zeiden. Telt mee op de dag van de reactie.
learn-understood-missing = { $count ->
        [one] Eén indiener zei niets. Wie niets zegt, kan het ook niet begrepen hebben.
       *[other] { $count } indieners zeiden niets. Wie niets zegt, kan het ook niet begrepen hebben.
    }
learn-refusal-accepted-name = Nee, maar het ging eerlijk
learn-refusal-accepted-what = Welk deel van de indieners van wie het voorstel niet is overgenomen, vindt dat het toch eerlijk ging.
learn-refusal-accepted-formula = Indieners die het eerlijk vonden, gedeeld door alle indieners met een nee die daarop antwoordden. Telt mee op de dag van de reactie.
learn-refusal-accepted-missing = { $count ->
        [one] Eén indiener met een nee zei niets.
       *[other] { $count } indieners met een nee zeiden niets.
    }
learn-stranded-name = Ooit stil gelegen
learn-stranded-what = Welk deel van de bijdragen die in deze periode binnenkwamen, ooit stil lag: de termijn was voorbij, niemand nam het op, een bezwaar of waardenkeuze bleef open, of een belofte bleef liggen.
learn-stranded-formula = Bijdragen die ooit stil lagen, gedeeld door alle bijdragen. De werkdagen van alle keren samen; wat nu nog stil ligt, telt mee tot vandaag. Dat er na een besluit te lang niets beloofd was, telt ook als het nu wel beloofd is. Van de beloften zelf telt alleen wat nu stil ligt.
learn-stranded-missing = { $count } niet bekend.
learn-spanning-name = Meerdere diensten deden mee
learn-spanning-what = Bij welk deel van de dossiers die meer dan één dienst raken, ook meer dan één dienst iets deed.
learn-spanning-formula = Dossiers waaraan twee of meer diensten meewerkten, gedeeld door dossiers waarbij meer dan één dienst betrokken is: gevraagd, gehoord, aan tafel genodigd, om middelen gevraagd, of met een bezwaar of advies. Zegt een dienst dat het haar niet raakt, dan telt zij niet. Telt mee op de dag van ontvangst.
learn-spanning-missing = { $count ->
        [one] Bij één dossier is niet vastgelegd dat het meer diensten raakt.
       *[other] Bij { $count } dossiers is niet vastgelegd dat zij meer diensten raken.
    }
learn-alone-name = Alleen beslist
learn-alone-what = Welk deel van de besloten dossiers die meer dan één dienst of meer dan één soort waarden raken, door één dienst alleen is beslist. Het zegt niets over mensen.
learn-alone-formula = Dossiers waarbij geen andere dienst gehoord is, aan tafel zat of iets deed, gedeeld door alle besloten dossiers waarbij een andere dienst genoemd is of waarden van twee perspectieven botsten. Telt mee op de dag van het besluit, bij de dienst die het had.
learn-alone-missing = { $count } niet bekend.
learn-owner-name = Een dienst nam het op tijd
learn-owner-what = Welk deel van de dossiers binnen de termijn door een vakdienst is aangenomen, zodat niet alleen het participatieteam ermee zit.
learn-owner-formula = Dossiers die binnen de termijn zijn aangenomen, gedeeld door alle dossiers die binnen de opdracht vallen. Telt mee op de dag van de screening.
learn-owner-missing = { $count ->
        [one] Bij één dossier loopt de termijn nog.
       *[other] Bij { $count } dossiers loopt de termijn nog.
    }
learn-frames-name = Kaders getoetst vóór bewoners iets uitwerkten
learn-frames-what = Bij welk deel van de dossiers recht, geld en praktijk zijn getoetst voordat de indiener iets moest uitzoeken of uitwerken.
learn-frames-formula = Dossiers met een kadertoets vóór de eerste vraag aan de indiener, gedeeld door alle dossiers met een kadertoets. Telt mee op de dag van de toets.
learn-frames-missing = { $count } niet bekend.
learn-means-name = Middelen van een andere dienst
learn-means-what = Welk deel van de vragen om middelen een ja kreeg, en hoe lang dat duurde.
learn-means-formula = Toegezegd, gedeeld door alles wat gevraagd is; ook wat nog wacht, en wat niet meer nodig was. Telt mee op de dag van de vraag, bij de dienst die gevraagd is.
learn-means-missing = { $count ->
        [one] Eén vraag wacht nog op antwoord.
       *[other] { $count } vragen wachten nog op antwoord.
    }
learn-escalations-name = Naar een hoger niveau
learn-escalations-what = Hoe vaak een vraag naar een hoger niveau ging, en welk deel daar binnen de termijn een antwoord kreeg.
learn-escalations-formula = Binnen de termijn beantwoord, gedeeld door alle keren dat er een antwoord was of moest zijn. Telt mee op de dag waarop de vraag naar dat niveau ging.
learn-escalations-missing = { $count ->
        [one] Bij één vraag loopt de termijn nog.
       *[other] Bij { $count } vragen loopt de termijn nog.
    }
learn-strategies-name = Hoe diensten kiezen als waarden botsen
learn-strategies-what = Welke weg diensten kozen toen waarden botsten. Geen enkele weg is altijd de juiste.
learn-strategies-formula = Elke keer dat een keuze is opgeschreven, verdeeld over zeven wegen. Telt mee op de dag waarop zij is opgeschreven.
learn-strategies-missing = { $count ->
        [one] Eén keer is nog niet gekozen.
       *[other] { $count } keer is nog niet gekozen.
    }
learn-perspectives-name = Welke waarden voorrang kregen
learn-perspectives-what = Wat voor waarden diensten voorrang gaven toen waarden botsten, naar vier manieren om naar de overheid te kijken. Geen enkele is altijd de juiste.
learn-perspectives-formula = Elke keer dat een dienst een waarde voorrang gaf, verdeeld over de vier perspectieven waar die waarde bij hoort. Telt mee op de dag waarop het is opgeschreven.
learn-perspectives-missing = { $count ->
        [one] Eén keer is niet opgeschreven welke waarde voorrang kreeg.
       *[other] { $count } keer is niet opgeschreven welke waarde voorrang kreeg.
    }
learn-uptake-name = Overgenomen
learn-uptake-what = Welk deel van de besloten bijdragen helemaal of gedeeltelijk is overgenomen.
learn-uptake-formula = Overgenomen en gedeeltelijk overgenomen, gedeeld door alle bijdragen waarover is beslist. Telt mee op de dag van het besluit.
learn-uptake-missing = { $count } niet bekend.
learn-considered-name = Aantoonbaar overwogen
learn-considered-what = Welk deel van de besloten bijdragen is overgenomen, of met een volledige reden afgewezen.
learn-considered-formula = Uitgevoerd of geprobeerd, plus afgewezen met een volledige reden, gedeeld door alle bijdragen waarover is beslist. Uitgesteld, doorverwezen en bewaard tellen niet als overwogen.
learn-considered-missing = { $count } niet bekend.
learn-realised-name = Het is er
learn-realised-what = Welk deel van wat besloten is en er al had moeten zijn, ook echt door een indiener of de wijkmanager is gezien.
learn-realised-formula = Gerealiseerde dossiers, gedeeld door alle overgenomen dossiers die klaar zijn, te laat zijn, of geen planning hebben na de termijn. Telt mee op de dag van het besluit.
learn-realised-missing = { $count ->
        [one] Bij één dossier ligt de datum nog voor ons.
       *[other] Bij { $count } dossiers ligt de datum nog voor ons.
    }
learn-lasting-name = Het werkt nog
learn-lasting-what = Welk deel van wat er kwam, na de afgesproken tijd nog werkt, gebruikt wordt, van iemand is en een vaste plek heeft.
learn-lasting-formula = Beloften die alle vier de vragen doorstaan, gedeeld door alles wat er is en al nagekeken is of had moeten zijn. Telt mee op de dag waarop het bevestigd werd.
learn-lasting-missing = { $count ->
        [one] Eén belofte hoeft nog niet nagekeken te worden.
       *[other] { $count } beloften hoeven nog niet nagekeken te worden.
    }
learn-changed-name = Het werd anders dan beloofd
learn-changed-what = Welk deel van de beloften onderweg veranderde.
learn-changed-formula = Veranderde beloften, gedeeld door alle beloften. Elke belofte telt als één onderdeel van het voorstel. Telt mee op de dag van de belofte.
learn-changed-missing = { $count } niet bekend.
learn-change-told-name = De verandering is uitgelegd
learn-change-told-what = Bij welk deel van de veranderingen de indieners hoorden wat anders wordt en waarom.
learn-change-told-formula = Veranderde beloften waarover elke indiener daarna een antwoord kreeg, gedeeld door alle veranderde beloften. Telt mee op de dag van de belofte.
learn-change-told-missing = { $count ->
        [one] Eén belofte veranderde niet.
       *[other] { $count } beloften veranderden niet.
    }
learn-intermediary-name = Leunen op één organisatie
learn-intermediary-what = Van alle bijdragen die via een organisatie kwamen: welk deel via één en dezelfde kwam.
learn-intermediary-formula = Bijdragen via de organisatie die er het meest bracht, gedeeld door alle bijdragen die via een organisatie kwamen. In hele kwartalen die voorbij zijn. Organisaties die er in een kwartaal te weinig brachten, staan samen.
learn-intermediary-missing = { $count ->
        [one] Eén bijdrage kwam niet via een organisatie.
       *[other] { $count } bijdragen kwamen niet via een organisatie.
    }
learn-harder-name = Leunen op één organisatie voor wie moeilijker meedoet
learn-harder-what = Van de geholpen mensen die zelf zeiden dat meedoen voor hen moeilijker is: welk deel door één en dezelfde organisatie geholpen werd.
learn-harder-formula = Mensen die dat zeiden bij de organisatie die er het meest hielp, gedeeld door allen die dat bij een organisatie of bij de gemeente zeiden. Vrijwillig gezegd, los van een bijdrage, en alleen als aantal van een groep opgeschreven. Wie niet geholpen werd, telt niet mee.
learn-harder-missing = { $count ->
        [one] Eén geholpen persoon zei het liever niet.
       *[other] { $count } geholpen mensen zeiden het liever niet.
    }
learn-carrier-name = Op één persoon leunen
learn-carrier-what = Welk deel van de open projecten vandaag door één persoon gedragen wordt, zonder iemand die invalt.
learn-carrier-formula = Open projecten met niemand of één persoon die het project mag leiden, waarnemers meegerekend, gedeeld door alle open projecten. Zoals het nu is, welke periode u ook kiest.
learn-carrier-missing = { $count } niet bekend.
learn-council-name = De raad wist ervan
learn-council-what = Bij welk deel van de projecten de raad is bijgepraat voordat er een advies lag.
learn-council-formula = Projecten met een briefing van de raad op een dag vóór het eerste advies, gedeeld door alle projecten met een advies. Telt op de dag van dat advies.
learn-council-missing = { $count } niet bekend.
learn-politicians-name = Politici erbij
learn-politicians-what = Bij hoeveel momenten uit de planning er politici waren. Erbij zijn is op zich niet goed of slecht.
learn-politicians-formula = Momenten met ten minste één politicus, gedeeld door alle momenten waarvan dat genoteerd is.
learn-politicians-missing = Van { $count } momenten is niets genoteerd.

learn-part-response-reached = gebeurd
learn-part-response-waiting = wacht nog
learn-part-answered-delivered = antwoord bezorgd
learn-part-answered-underway = antwoord openbaar, bezorging nog niet bevestigd
learn-part-answered-failed = antwoord kwam niet aan
learn-part-answered-late = te laat, nog geen antwoord
learn-part-answered-in-term = termijn loopt nog
learn-part-motivated-whole = alle redenen gegeven
learn-part-motivated-partly = antwoord zonder alle redenen
learn-part-motivated-late = te laat, nog geen antwoord
learn-part-motivated-in-term = termijn loopt nog
learn-part-understood-yes = begreep het antwoord
learn-part-understood-no = begreep het antwoord niet
learn-part-understood-silent = zei niets
learn-part-accepted-yes = vond dat het eerlijk ging
learn-part-accepted-no = vond dat het niet eerlijk ging
learn-part-accepted-silent = zei niets
learn-part-still-never = lag nooit stil
learn-part-still-ever = lag ooit stil
learn-part-spanning-several = meer diensten deden mee
learn-part-spanning-one = maar één dienst deed iets
learn-part-spanning-untold = niet vastgelegd dat het meer diensten raakt
learn-part-alone-together = een andere dienst deed mee of is gehoord
learn-part-alone-alone = één dienst alleen
learn-part-owner-in-term = op tijd aangenomen
learn-part-owner-without = beslist zonder vakdienst
learn-part-owner-late = te laat aangenomen
learn-part-owner-nobody = niemand nam het op tijd
learn-part-owner-open = termijn loopt nog
learn-part-frames-before = vóór bewoners iets uitwerkten
learn-part-frames-after = nadat de indiener iets moest uitzoeken
learn-part-means-granted = toegezegd
learn-part-means-refused = geweigerd
learn-part-means-dropped = niet meer gevraagd
learn-part-means-waiting = wacht op antwoord
learn-part-escalation-in-term = op tijd beantwoord
learn-part-escalation-higher = ging verder omhoog
learn-part-escalation-late = te laat beantwoord
learn-part-escalation-overdue = te laat, nog geen antwoord
learn-part-escalation-open = termijn loopt nog
learn-part-strategy-unchosen = nog niet gekozen
learn-part-prioritised-lawful = regels en recht (rechtmatige overheid)
learn-part-prioritised-performing = resultaat (presterende overheid)
learn-part-prioritised-networking = samen doen (netwerkende overheid)
learn-part-prioritised-responsive = ruimte voor bewoners (responsieve overheid)
learn-part-prioritised-untold = niet opgeschreven welke
learn-part-considered-taken-up = wordt gedaan of geprobeerd
learn-part-considered-refused-with-motive = afgewezen met volledige reden
learn-part-considered-refused-without-motive = afgewezen, nog zonder reden
learn-part-considered-elsewhere = uitgesteld, doorverwezen of bewaard
learn-part-realised-realised = gezien en bevestigd
learn-part-realised-late = datum voorbij, niet klaar
learn-part-realised-unplanned = zonder planning na de termijn
learn-part-realised-ahead = datum ligt nog voor ons
learn-part-lasting-lasting = werkt, wordt gebruikt, is van iemand en heeft een plek
learn-part-lasting-not-lasting = nagekeken, niet alles klopt
learn-part-lasting-unchecked = niet nagekeken, wel tijd
learn-part-lasting-ahead = nog geen tijd om na te kijken
learn-part-changed-same = bleef zoals beloofd
learn-part-changed-told = veranderd en uitgelegd
learn-part-changed-untold = veranderd, nog niet aan iedereen uitgelegd
learn-part-carrier-shared = twee of meer mensen
learn-part-carrier-alone = één persoon
learn-part-carrier-nobody = niemand
learn-part-through-largest = via de organisatie die het meest bracht
learn-part-through-other = via andere organisaties
learn-part-through-direct = niet via een organisatie
learn-part-harder-largest = geholpen door de organisatie die het meest hielp
learn-part-harder-other = geholpen door anderen
learn-part-harder-silent = zei het liever niet
learn-through-title = Via wie
learn-through-column = Organisatie
learn-through-others = Andere organisaties samen, elk te klein om te noemen
learn-through-own = De gemeente zelf
learn-through-gone = Een organisatie die hier niet meer staat
learn-source-contributions = Via welke organisatie elke bijdrage kwam.
learn-source-groups = Wat organisaties die mensen hielpen van hen telden, alleen in groepen.
learn-small-largest = Langs wie iemand meedeed, zegt iets over die persoon. Wij tellen dit alleen in hele kwartalen die voorbij zijn, en nooit van minder dan vijf mensen. Een organisatie die er te weinig bracht, noemen wij niet apart.
learn-steering-name = Hielpen of stuurden zij
learn-steering-what = Wat mensen vonden die bij een moment met politici waren: hielp het, stuurde het, of maakte het niets uit.
learn-steering-formula = Aanwezigen die zeiden dat het hielp, gedeeld door alle aanwezigen die iets zeiden. Alleen hele kwartalen die voorbij zijn, en nooit van weinig mensen.
learn-steering-missing = { $count } niet bekend.
learn-unit-moment = Momenten uit de planning van een project.
learn-unit-participant = Mensen die bij zo’n moment waren en iets zeiden. Geen namen.
learn-part-council-before = bijgepraat vóór het eerste advies
learn-part-council-after = pas later bijgepraat
learn-part-council-none = niet bijgepraat
learn-part-presence-with = met politici
learn-part-presence-without = zonder politici
learn-part-presence-unrecorded = niet genoteerd
learn-part-steering-helpful = het hielp
learn-part-steering-neither = het maakte niets uit
learn-part-steering-steering = het stuurde
