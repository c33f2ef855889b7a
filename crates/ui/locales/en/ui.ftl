### What stands on every page.

ui-skip = Skip to the content
ui-languages = Language
ui-navigation = Main menu
ui-signed-in = Signed in as { $name }
ui-sign-out = Sign out
ui-unreviewed = This page was translated by a machine. Nobody has checked the translation. The Dutch text counts.
ui-translated = Translated by a machine and not checked. First written in another language.
ui-original-language = This text does not exist in your language. You are reading the original.
ui-none = none
ui-percent = { $share }%

ui-desk-title = Would you rather call, drop by or use paper?
ui-desk-text = Everything you can do here, you can also do without a screen. We are glad to help.
ui-desk-phone = Call
ui-desk-address = Drop by or send a letter
ui-desk-hours = We are here
ui-desk-mail = Write a mail

ui-footer-privacy = Your data
ui-footer-accessibility = Accessibility
ui-footer-source = Source code
ui-footer-made = Made with Meemaak { $version }, free software under the EUPL-1.2 licence.

ui-pages = Pages of the list
ui-pages-previous = Previous
ui-pages-next = Next
ui-rows = Table: { $count ->
    [one] one row
   *[other] { $count } rows
}

ui-step-past = Done:
ui-step-present = Now:
ui-step-future = Not yet:
ui-step-still = at a standstill
ui-step-position = Step { $at } of { $all }:

ui-rung-1 = listen
ui-rung-2 = consult
ui-rung-3 = make together
ui-rung-4 = decide together
ui-rung-5 = decide alone

ui-optional = (optional)
ui-select-none = Choose …
ui-yes = Yes
ui-no = No
ui-save = Save
ui-cancel = Cancel
ui-back = Back
ui-summary-title = { $count ->
    [one] One thing is not right yet
   *[other] { $count } things are not right yet
}

ui-missing = Fill in this field.
ui-too-long = This text has { $length } characters. At most { $most } fit. Make it shorter.
ui-not-a-date = Write a day that exists, for instance 2026-03-12.
ui-choose = Choose one of the options.
ui-not-a-mail-address = Write a mail address such as name@example.org.
ui-amount = Write an amount such as 1250 or 1250.50.
ui-number = Write a whole number, for instance 10.
ui-theme-too-faint = { $front } on { $behind } is hard to read: the contrast is { $contrast }, and { $needed } is needed. Make one colour darker or the other lighter.

ui-date = { $day } { $month } { $year }
ui-date-time = { $date } at { $clock }
ui-month-1 = January
ui-month-2 = February
ui-month-3 = March
ui-month-4 = April
ui-month-5 = May
ui-month-6 = June
ui-month-7 = July
ui-month-8 = August
ui-month-9 = September
ui-month-10 = October
ui-month-11 = November
ui-month-12 = December
