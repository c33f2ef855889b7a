# Who finds that a contribution does not belong with the others
carry-contest-title = Does my contribution belong here?
carry-contest-back = Back to the contribution
carry-contest-intro = { $count ->
    [one] The municipality deals with this contribution together with 1 other.
   *[other] The municipality deals with this contribution together with { $count } others.
} Is yours about something else? Then say so. You need the follow code that you got when you sent it in.
carry-contest-promise = The municipality has to answer you: your contribution goes on apart, or you read here why not. While you wait, there is no advice and no decision. What you write is for the municipality only. That you asked, and how it ended, is public.
carry-contest-alone = This contribution does not travel with others.
carry-contest-before = This was asked before. Below you see how it stands.
carry-contest-late = These contributions have been decided on. Do you disagree with the answer? Then you can ask to have it looked at once more.
carry-contest-waits = On { $asked } the author asked to have this contribution dealt with apart. The municipality answers by { $until }.
carry-contest-apart = On { $asked } the author asked to have this contribution dealt with apart. It goes on apart since { $settled }.
carry-contest-kept = On { $asked } the author asked to have this contribution dealt with apart. On { $settled } the municipality answered that it stays with the others.
carry-contest-words-label = This is about something else, because …
carry-contest-words-hint = In your own words. One sentence can be enough.
carry-contest-words-missing = Write why it is about something else.
carry-contest-submit = Ask to deal with it apart
carry-contest-sent = Your question was sent. The municipality answers on this page.
# Who finds that a contribution should not have been divided
carry-contest-divided-title = Should my contribution have been divided?
carry-contest-divided-intro = The municipality divided this contribution into { $count } parts, because different departments deal with it. Do you find that it all belongs together? Then say so. You need the follow code that you got when you sent it in.
carry-contest-divided-promise = The municipality has to answer you: the parts become one contribution again, or you read here why not. While you wait, there is no advice and no decision on any part. What you write is for the municipality only. That you asked, and how it ended, is public.
carry-contest-divided-waits = On { $asked } the author asked not to divide this contribution. The municipality answers by { $until }.
carry-contest-divided-apart = On { $asked } the author asked not to divide this contribution. Since { $settled } the parts are one contribution again.
carry-contest-divided-kept = On { $asked } the author asked not to divide this contribution. On { $settled } the municipality answered that the parts go on apart.
carry-contest-divided-words-label = This belongs together, because …
carry-contest-divided-submit = Ask to make it one contribution again
