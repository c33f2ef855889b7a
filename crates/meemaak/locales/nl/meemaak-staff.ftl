meemaak-nav-work = Mijn werk
meemaak-nav-design = Projecten
meemaak-nav-intake = Optekenen
meemaak-nav-privacy = Privacy
meemaak-nav-replies = Reacties
meemaak-nav-delivery = Bezorging
meemaak-nav-admin = Beheer
