### Wat op elke bladzijde staat.

ui-skip = Naar de inhoud
ui-languages = Taal
ui-navigation = Hoofdmenu
ui-signed-in = Aangemeld als { $name }
ui-sign-out = Afmelden
ui-unreviewed = Deze bladzijde is vertaald door een machine. Niemand heeft de vertaling nagelezen. Het Nederlands geldt.
ui-translated = Vertaald door een machine en niet nagelezen. Oorspronkelijk geschreven in een andere taal.
ui-original-language = Deze tekst bestaat niet in uw taal. U leest het origineel.
ui-none = geen
ui-percent = { $share }{ "\u00A0" }%

ui-desk-title = Liever bellen, langskomen of op papier?
ui-desk-text = Alles wat u hier kunt doen, kan ook zonder scherm. Wij helpen u graag.
ui-desk-phone = Bellen
ui-desk-address = Langskomen of een brief sturen
ui-desk-hours = Wij zijn er
ui-desk-mail = Mailen

ui-footer-privacy = Uw gegevens
ui-footer-accessibility = Toegankelijkheid
ui-footer-source = Broncode
ui-footer-made = Gemaakt met Meemaak { $version }, vrije software onder de licentie EUPL-1.2.

ui-pages = Bladzijden van de lijst
ui-pages-previous = Vorige
ui-pages-next = Volgende
ui-rows = Tabel: { $count ->
    [one] één regel
   *[other] { $count } regels
}

ui-step-past = Gedaan:
ui-step-present = Nu:
ui-step-future = Nog niet:
ui-step-still = ligt stil
ui-step-position = Stap { $at } van { $all }:

ui-rung-1 = luisteren
ui-rung-2 = raadplegen
ui-rung-3 = samen maken
ui-rung-4 = meebeslissen
ui-rung-5 = alleen beslissen

ui-optional = (niet verplicht)
ui-select-none = Kies …
ui-yes = Ja
ui-no = Nee
ui-save = Opslaan
ui-cancel = Annuleren
ui-back = Terug
ui-summary-title = { $count ->
    [one] Er is één ding dat nog niet klopt
   *[other] Er zijn { $count } dingen die nog niet kloppen
}

ui-missing = Vul dit veld in.
ui-too-long = Deze tekst telt { $length } tekens. Er passen er { $most }. Maak de tekst korter.
ui-not-a-date = Schrijf een dag die bestaat, bijvoorbeeld 2026-03-12.
ui-choose = Kies een van de mogelijkheden.
ui-not-a-mail-address = Schrijf een mailadres zoals naam@voorbeeld.be.
ui-amount = Schrijf een bedrag zoals 1250 of 1250,50.
ui-number = Schrijf een geheel getal, bijvoorbeeld 10.
ui-theme-too-faint = { $front } op { $behind } is niet goed te lezen: het contrast is { $contrast }, nodig is { $needed }. Maak de ene kleur donkerder of de andere lichter.

ui-date = { $day } { $month } { $year }
ui-date-time = { $date } om { $clock }
ui-month-1 = januari
ui-month-2 = februari
ui-month-3 = maart
ui-month-4 = april
ui-month-5 = mei
ui-month-6 = juni
ui-month-7 = juli
ui-month-8 = augustus
ui-month-9 = september
ui-month-10 = oktober
ui-month-11 = november
ui-month-12 = december
