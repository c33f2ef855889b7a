### Signing in, and what is shown when something does not work.

people-sign-in-title = Sign in
people-sign-in-who = Signing in is for staff and partners. You need no account to take part.
people-sign-in-kept = You were away for too long, so you have to sign in again. What you typed has been kept. You get it back afterwards.
people-mail-label = Email address
people-password-label = Password
people-sign-in-button = Sign in
people-sign-in-forgot = Forgot your password?
people-sign-in-wrong = This email address and this password do not belong together. Try again.
people-code-title = Your code
people-code-label = Six-digit code
people-code-hint = Open the app on your phone and type the code it shows.
people-code-wrong = This code is not right, or was used before. Wait for the next code and type that one.
people-code-lost = No phone at hand, or a new phone? Ask the administrator to reset your second step.
people-enrol-title = Set up the second step
people-enrol-why = You see details of residents. A password alone is not enough for that. You set this up once.
people-enrol-app = Install an app for codes on your phone, such as FreeOTP or Aegis.
people-enrol-scan = Scan the picture below with that app, or type the key.
people-enrol-code = Type the code that the app shows.
people-enrol-picture = QR code with the key for your app. The key is also written in letters below.
people-enrol-secret = The key in letters:
people-enrol-button = Set up and sign in
people-enrol-there = You have a second step already. A new phone? Ask the administrator to take the old step away.
people-enrol-link = Set up a second step for signing in
people-sign-out-title = Sign out
people-signed-out-title = You are signed out
people-signed-out-text = Nobody can go on with your account on this device.
people-signed-out-again = Sign in again

people-password-title = Change your password
people-password-text = Choose a long sentence that you remember well. You will be signed out on your other devices.
people-password-old-label = Your present password
people-password-new-label = New password
people-password-new-hint = At least twelve characters.
people-password-again-label = New password, once more
people-password-button = Change my password
people-password-done = Your password has been changed.
people-password-old-wrong = This is not your present password.
people-password-short = This password is too short. Use at least { $fewest } characters.
people-password-long = This password is too long. Use at most { $most } characters.
people-password-weak = This password is too easy to guess. Choose another.
people-password-differs = The two new passwords are not the same. Type them again.

people-forgotten-title = Forgot your password
people-forgotten-text = Type the mail address with which you sign in. You get a mail with a link. With it you choose a new password.
people-forgotten-no-mail = This site sends no mail at present. Ask the administrator for a new password.
people-forgotten-button = Send me a link
people-forgotten-no-computer = Can you not read your mail? The administrator can give you a new password too.
people-forgotten-sent = If this mail address belongs to an account, you get a mail now. The link in it works for one hour and once. Nothing arrives? Look among the unwanted mail, or ask the administrator.
people-forgotten-passed = This link works no more. It was used already, or it is older than an hour. Ask for a new one below.
people-forgotten-new-title = Choose a new password
people-forgotten-new-text = Choose a long sentence that you remember well. You are signed out wherever you are signed in now.
people-forgotten-done = Your password was changed. Sign in with the new one.
people-forgotten-mail-subject = A new password for { $municipality }
people-forgotten-mail-text =
    Hello { $name },

    You asked for a new password. Choose it here:

    { $link }

    The link works until { $until }, and only once.

    Did you not ask for this? Then you need not do anything. Your password stays what it is.

    { $municipality }

people-kept-title = What you typed has been kept
people-kept-text = You were signed out while you were busy. Below is what you typed. Look it over and send it.
people-kept-files = { $count ->
    [one] One file came with your form. It has not been kept. Add it again later.
   *[other] { $count } files came with your form. They have not been kept. Add them again later.
}
people-stale-text = Nothing was sent: this form belonged to an earlier visit. What you typed is below. Look it over and send it again.
people-kept-ticked = yes
people-kept-button = Send this
people-kept-throw = Throw this away
people-kept-gone = What you typed has been thrown away.

people-fault-home = To the first page
people-fault-missing-title = This page is not here
people-fault-missing-text = Perhaps the address was mistyped, or the page no longer exists. Look further from the first page.
people-fault-host-title = There is nothing here
people-fault-host-text = No municipality is found at this address. Check the address.
people-fault-forbidden-title = You may not do this
people-fault-forbidden-text = Your role gives no right to this. Nothing was changed. Ask the administrator if you think this is wrong.
people-fault-token-title = This form has expired
people-fault-token-text = Nothing was sent. Go one step back in your browser: what you typed is still there. Reload the page and send the form again.
people-fault-sign-in-title = Sign in first
people-fault-sign-in-text = Sign in first.
people-fault-busy-title = It is very busy now
people-fault-busy-text = Nothing was sent. Go one step back and try again in a minute.
people-fault-too-many-title = You tried too often
people-fault-too-many-text = Wait a minute and try again.
people-fault-too-large-title = This is too large
people-fault-too-large-text = Nothing was kept. Go one step back. Make the text shorter, or send smaller or fewer files.
people-fault-unreadable-title = We cannot read this
people-fault-unreadable-text = Nothing was kept. Go one step back and try again.
people-fault-no-form = What came in is not a form of this site.
people-fault-no-text = The form holds signs that are no text.
people-fault-not-now-title = This is not possible now
people-fault-not-now-text = The matter has changed meanwhile, or is not that far yet. Nothing was kept. Reload the page to see how things stand.
people-fault-broken-title = Something went wrong on our side
people-fault-broken-text = We see the error in our log. Nothing was kept. Try again later, or call us.
