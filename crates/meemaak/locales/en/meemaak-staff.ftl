meemaak-nav-work = My work
meemaak-nav-design = Projects
meemaak-nav-intake = Record
meemaak-nav-privacy = Privacy
meemaak-nav-replies = Replies
meemaak-nav-delivery = Delivery
meemaak-nav-admin = Administration
