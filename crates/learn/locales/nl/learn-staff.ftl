learn-setting-title = Cijfers
learn-setting-back = Beheer
learn-setting-text = De cijfers op «Hoe doen we het?» zijn openbaar. Een kleine groep mensen is te herkennen. Hier kiest u vanaf hoeveel mensen een groep getoond wordt.
learn-setting-smallest = Kleinste groep die getoond wordt
learn-setting-hint = Voorstel: 10. Voor wat in vertrouwen gezegd is, geldt altijd minstens 5.
learn-setting-wrong = Vul een geheel getal in van { $least } tot en met { $most }.
learn-setting-saved = De kleinste groep is bewaard.
