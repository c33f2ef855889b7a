# Toetsen and regulation with the agreements, for everybody.
design-standing-public-regulation = What the participation regulation asks
design-standing-public-bound = These agreements are bound to the regulation that held when they were published:
design-standing-counts = { $met } of { $all } obligations met. Of { $untold } nobody could tell yet.
design-standing-public-no-deviations = This project does not deviate from the regulation anywhere.
design-standing-public-deviations = Where this project deviates, and why
design-standing-public-why = Why:
design-standing-public-toets = Toets:
design-standing-public-draft = Toets of the draft decision:
design-standing-verdict-in-order = In order
design-standing-verdict-not-yet = Not in order yet
design-standing-verdict-does-not-apply = Does not apply
