# Toetsen en reglement bij de afspraken, voor iedereen.
design-standing-public-regulation = Wat het participatiereglement vraagt
design-standing-public-bound = Deze afspraken zijn gebonden aan het reglement dat gold toen ze gepubliceerd werden:
design-standing-counts = { $met } van { $all } verplichtingen nagekomen. Van { $untold } kon niemand het nog zeggen.
design-standing-public-no-deviations = Dit project wijkt nergens af van het reglement.
design-standing-public-deviations = Waar dit project afwijkt, en waarom
design-standing-public-why = Waarom:
design-standing-public-toets = Toets:
design-standing-public-draft = Toets van het ontwerpbesluit:
design-standing-verdict-in-order = In orde
design-standing-verdict-not-yet = Nog niet in orde
design-standing-verdict-does-not-apply = Niet van toepassing
