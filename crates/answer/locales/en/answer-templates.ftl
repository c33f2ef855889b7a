### How an answer can begin, for each outcome. The municipality fills in what stands between brackets: as long as it is there, the answer is not sent.

answer-template-criterion = This is what decided it: [the criterion, in plain words].

answer-template-adopted-done = Thank you for your contribution. The department [which department] has looked at it. We found out [what was looked into]. It will happen: [what exactly will be there].
answer-template-adopted-coming = The work begins on [day or month] and is done on [day or month]. The department [which department] sees to it. On the page of your contribution you can see how it goes.

answer-template-partly-done = Thank you for your contribution. The department [which department] has looked at it. We found out [what was looked into]. Part of it will happen: [what will be there].
answer-template-partly-why-not = This part will not happen: [what will not be there]. The reason is: [why it cannot be done]. We also looked for another way: [what was looked at].
answer-template-partly-coming = The work begins on [day or month] and is done on [day or month]. The department [which department] sees to it. On the page of your contribution you can see how it goes.

answer-template-not-adopted-done = Thank you for your contribution. The department [which department] has looked at it. We found out [what was looked into]. We will not do it.
answer-template-not-adopted-why-not = The reason is: [why it cannot be done]. We also looked for another way: [what was looked at]. This is possible: [what can still be done].
answer-template-not-adopted-coming = Do you think that we forgot something? Say so on the page of your contribution, or call us. You can also ask us to look at it again.

answer-template-deferred-done = Thank you for your contribution. The department [which department] has looked at it. We found out [what was looked into]. We put it off until [day or month].
answer-template-deferred-why-not = It cannot be done yet. The reason is: [why it cannot be done now]. It can be done once this is arranged: [what must happen first].
answer-template-deferred-coming = On [day or month] we look at it again. You can then read on the page of your contribution what came of it.

answer-template-trial-done = Thank you for your contribution. The department [which department] has looked at it. We found out [what was looked into]. We try it out first: [what the trial is].
answer-template-trial-coming = The trial begins on [day or month] and ends on [day or month]. We then look at [what we check]. After that [who decides] decides whether it stays.

answer-template-self-with-support-done = Thank you for your contribution. The department [which department] has looked at it. We found out [what was looked into]. You do it yourself, and the municipality helps: [how we help].
answer-template-self-with-support-coming = Your regular contact is [name of the department, telephone and address]. The first step is [the first step], on [day or month].

answer-template-transferred-done = Thank you for your contribution. The department [which department] has looked at it. We found out [what was looked into]. You take this task over from the municipality: [which task].
answer-template-transferred-coming = For that you get [money, things or help]. We write down together what we agree, on [day or month]. Your regular contact is [name of the department, telephone and address].

answer-template-other-authority-done = Thank you for your contribution. The municipality does not decide on this. That is done by [which authority]. We passed on to them: [what we passed on, and when].
answer-template-other-authority-why-not = The municipality may not do this itself. The reason is: [which rule or agreement, in plain words]. This is what we do: [what the municipality does].
answer-template-other-authority-coming = You can ask how it stands yourself, at [name of the authority, telephone and address].

answer-template-out-of-scope-done = Thank you for your contribution. We have read it. It is about something else than this project. So we keep it with the theme [which theme].
answer-template-out-of-scope-why-not = This project is about [what the project is about]. The agreements say what does not belong to it: [what does not belong to it].
answer-template-out-of-scope-coming = When a project about this theme begins, your contribution is taken up again. If it has to be sooner, you can go to [name of the department, telephone and address].
