# Lessons, for who keeps them.

memory-staff-title = Lessen
memory-staff-text = De ontwerpgids toont deze lessen bij een volgend ontwerp in hetzelfde gebied, over hetzelfde thema of met dezelfde doelen.
memory-new = Schrijf een les op
memory-new-text = Wat leerde u van een project? Schrijf op wat er gebeurde en wat u de volgende keer doet. Ook wat niet werkte, juist dat.
memory-new-persons = Iedereen leest deze les. Schrijf niets over een persoon, ook niet zonder naam.
memory-to-public = Wat iedereen leest
memory-to-public-one = Zo leest iedereen deze les
memory-open-staff = Pas aan of trek in
memory-filter-state = Geldt de les nog?
memory-state-retired = Alleen ingetrokken lessen
memory-of-process-hint = Kies niets als de les niet uit één project komt.
memory-what-happened = Wat gebeurde er?
memory-what-happened-hint = In gewone woorden, zodat iemand die er niet bij was het begrijpt.
memory-text-missing = Schrijf op wat er gebeurde.
memory-advice = Wat doet u de volgende keer?
memory-advice-hint = Iets dat een collega kan doen.
memory-advice-missing = Schrijf op wat u de volgende keer doet.
memory-worked = Werkte het?
memory-worked-hint = Een les over wat niet werkte, komt bovenaan.
memory-worked-missing = Kies of het werkte.
memory-informal = Onderweg genoteerd, zonder evaluatie
memory-informal-hint = De les krijgt dan het merk «minder zeker».
memory-area-hint = Kies niets als de les voor elk gebied geldt.
memory-theme-hint = Eén thema, zoals bijdragen het hebben. Bijvoorbeeld: groen.
memory-about-hint = De gids toont de les bij deze stappen. Kiest u niets, dan bij de doelen en bij de raad die u noemt.
memory-effects-choose = Kies effecten en waarden
memory-effects-hint = De gids toont de les als een volgend ontwerp een van deze dingen beoogt.
memory-rules-hint = De nummers van de raad uit de gids, met een komma ertussen. Bijvoorbeeld: C009, C035.
memory-rule-unknown = Er is geen raad { $rule }. Kijk het nummer na in de gids.
memory-save = Bewaar deze les
memory-saved = De les is bewaard.
memory-adjust = Pas de les aan
memory-adjust-text = Wat er eerst stond, blijft leesbaar naast de reden.
memory-adjust-submit = Bewaar de aanpassing
memory-reason = Waarom past u de les aan?
memory-reason-hint = Iedereen leest deze reden.
memory-reason-missing = Schrijf waarom.
memory-retire = Trek de les in
memory-retire-text = Een les verdwijnt nooit. Ze staat dan niet meer bij nieuwe ontwerpen, en blijft leesbaar met de reden.
memory-retire-reason = Waarom geldt de les niet meer?
memory-retire-submit = Trek deze les in
memory-retired = De les is ingetrokken.
memory-refused-retired = Deze les is ingetrokken. Ze blijft zoals ze is.
memory-take-in = Neem lessen van een andere gemeente over
memory-take-in-text = Een andere gemeente met Meemaak kan haar lessen als bestand geven. U vindt dat bestand op haar pagina «Wat we leerden».
memory-take-in-what = Elke les krijgt de naam van die gemeente. Wat hier al staat, blijft zoals het is. Iedereen leest ook deze lessen.
memory-file = Bestand met lessen
memory-file-hint = Een bestand dat eindigt op .json.
memory-file-words = Of plak de inhoud van het bestand
memory-file-words-hint = Handig als u het bestand in een bericht kreeg.
memory-file-missing = Kies een bestand, of plak de inhoud.
memory-file-other = Dit is geen bestand met lessen. Vraag de andere gemeente om het bestand van haar pagina «Wat we leerden».
memory-file-version = Dit bestand komt uit een nieuwere versie van het programma. Vraag uw beheerder om het programma bij te werken.
memory-file-many = Er staan te veel lessen in. Neem er ten hoogste { $most } tegelijk over.
memory-file-lesson = Les { $nth } in het bestand is niet te lezen. Er is niets overgenomen.
memory-take-in-submit = Neem deze lessen over
memory-taken-in = { $new ->
    [one] Eén les is overgenomen
   *[other] { $new } lessen zijn overgenomen
 }. { $known ->
    [0] Geen enkele stond hier al.
    [one] Eén stond hier al.
   *[other] { $known } stonden hier al.
 }
