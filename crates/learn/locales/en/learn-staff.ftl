learn-setting-title = Figures
learn-setting-back = Administration
learn-setting-text = The figures under “How are we doing?” are public. A small group of people can be recognised. Here you choose from how many people on a group is shown.
learn-setting-smallest = Smallest group that is shown
learn-setting-hint = Proposal: 10. For what was said in confidence it is always at least 5.
learn-setting-wrong = Fill in a whole number from { $least } to { $most }.
learn-setting-saved = The smallest group was saved.
