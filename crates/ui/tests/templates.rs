//! Every part is drawn in every language.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use askama::Template;
use kernel::{Date, Language, Money};
use std::sync::Arc;
use ui::{Choice, LineStep, Page, Pager, Rung, StepKind, StepLine, Texts, Typed};

const LANGUAGES: [Language; 3] = [Language::NL, Language::EN, Language::AR];

#[derive(Template)]
#[template(path = "example.html")]
struct Example {
    page: Page,
    lead: String,
    said: String,
    sections: Vec<(&'static str, String)>,
    words: Vec<String>,
    typed: Typed,
    line: StepLine,
    still: StepLine,
    rung: Rung,
    pager: Pager,
    options: Vec<Choice>,
    day: Date,
    amount: Money,
}

/// Words that stand in for those of a room.
fn example(language: Language, wrong: bool) -> Example {
    let mut texts: Texts = ui::testing::texts();
    let (lead, said, words, form): (&str, &str, Vec<&str>, &str) = match language.tag() {
        "en" => (
            "Hundreds of children cross the Molenstraat every day. A raised crossing slows cars down.",
            "نريد مقعدًا في الظل.\n\nشكرًا لكم.",
            vec![
                "Who decides",
                "What you can change",
                "What is fixed",
                "What became of earlier ideas",
                "Benches in the shade on the Kerkplein",
                "A toy library in the Molenveld",
                "Amounts of this year",
                "Department",
                "Since",
                "Amount",
                "Tell us your idea",
            ],
            "t-title = Your idea in one sentence\nt-hint = For instance: a bench near the bus stop.\nt-body = Tell us more\nt-date = When did you see it?\nt-amount = What may it cost?\nt-area = Which area?\nt-answer = How may we answer?\nt-needs = What do you need to take part?\nt-consent = I have read what happens with my data\nt-photo = A photo\nt-password = Password\nt-send = Send my idea\n",
        ),
        "ar" => (
            "يعبر مئات الأطفال شارع Molenstraat كل يوم. معبر مرتفع يبطئ السيارات.",
            "نريد مقعدًا في الظل.\n\nشكرًا لكم.",
            vec![
                "من يقرر",
                "ما يمكنك تغييره",
                "ما تقرر من قبل",
                "ماذا حدث للأفكار السابقة",
                "مقاعد في الظل في Kerkplein",
                "مكتبة ألعاب في Molenveld",
                "مبالغ هذا العام",
                "الدائرة",
                "منذ",
                "المبلغ",
                "أخبرنا بفكرتك",
            ],
            "t-title = فكرتك في جملة واحدة\nt-hint = مثلًا: مقعد قرب موقف الحافلة.\nt-body = أخبرنا بالمزيد\nt-date = متى رأيت ذلك؟\nt-amount = كم يمكن أن تكلف؟\nt-area = أي حي؟\nt-answer = كيف نرد عليك؟\nt-needs = ما الذي تحتاجه للمشاركة؟\nt-consent = قرأت ما يحدث لبياناتي\nt-photo = صورة\nt-password = كلمة السر\nt-send = أرسل فكرتي\n",
        ),
        _ => (
            "Elke dag steken honderden kinderen de Molenstraat over. Een verhoogd zebrapad remt de auto’s af.",
            "نريد مقعدًا في الظل.\n\nشكرًا لكم.",
            vec![
                "Wie beslist",
                "Wat u kunt veranderen",
                "Wat al vastligt",
                "Wat er met eerdere ideeën gebeurde",
                "Banken in de schaduw op het Kerkplein",
                "Een speelotheek in het Molenveld",
                "Bedragen van dit jaar",
                "Dienst",
                "Sinds",
                "Bedrag",
                "Vertel ons uw idee",
            ],
            "t-title = Uw idee in één zin\nt-hint = Bijvoorbeeld: een bank bij de bushalte.\nt-body = Vertel er meer over\nt-date = Wanneer zag u het?\nt-amount = Wat mag het kosten?\nt-area = In welke wijk?\nt-answer = Hoe mogen wij antwoorden?\nt-needs = Wat hebt u nodig om mee te doen?\nt-consent = Ik heb gelezen wat er met mijn gegevens gebeurt\nt-photo = Een foto\nt-password = Wachtwoord\nt-send = Verstuur mijn idee\n",
        ),
    };
    texts.add("t", language.tag(), form).unwrap();
    let mut page = ui::testing::page_with(language, Arc::new(texts));
    page.title = match language.tag() {
        "en" => "A safe crossing at the school",
        "ar" => "معبر آمن عند المدرسة",
        _ => "Een veilig zebrapad bij de school",
    }
    .to_owned();
    page.nav = ["nl", "en", "ar"]
        .iter()
        .zip(&words)
        .map(|(_, word)| ui::NavLink { href: "/".into(), label: (*word).to_owned(), current: *word == words[0] })
        .collect();
    let day = Date::new(2026, 3, 12).unwrap();
    let state = |name: &str| page.t(format!("journey-state-{name}"));
    let steps = vec![
        LineStep::new(StepKind::Past, state("received")).on(page.date(&day)),
        LineStep::new(StepKind::Past, state("screened")).on(page.date(&day.plus_days(4))),
        LineStep::new(StepKind::Present, state("assigned")).on(page.date(&day.plus_days(11))).saying(lead),
        LineStep::new(StepKind::Future, state("advice-ready")),
        LineStep::new(StepKind::Future, state("decided")).on(page.date(&day.plus_days(60))),
        LineStep::new(StepKind::Future, state("fed-back")),
    ];
    let mut still = steps.clone();
    still[2].stranded = true;
    let mut typed = Typed::from_pairs(vec![
        ("title".into(), "Een <bank> & meer".into()),
        ("body".into(), "Eerste\n\nTweede".into()),
        ("answer-by".into(), "letter".into()),
    ]);
    if wrong {
        typed.wrong_with("title", "ui-too-long", &[("length", 130.into()), ("most", 120.into())]);
        typed.wrong("answer-by", "ui-choose");
    }
    let options = ["mail", "letter", "phone"].iter().map(|by| Choice::new(*by, page.t(format!("journey-answer-by-{by}")))).collect();
    Example {
        lead: lead.into(),
        said: said.into(),
        sections: vec![("table-title", words[6].to_owned())],
        words: words.into_iter().map(str::to_owned).collect(),
        typed,
        line: StepLine::of(steps),
        still: StepLine::of(still),
        rung: Rung { step: 2, label: lead.into() },
        pager: Pager { next: Some("?na=1".into()), previous: None },
        options,
        day,
        amount: Money::from_cents(125_050),
        page,
    }
}

#[test]
fn every_part_is_drawn_in_every_language() {
    for language in LANGUAGES {
        for wrong in [false, true] {
            let html = example(language, wrong).render().unwrap();
            if let Ok(folder) = std::env::var("MEEMAAK_EXAMPLE") {
                std::fs::write(format!("{folder}/example-{language}-{wrong}.html"), &html).unwrap();
            }
            assert!(
                !html.contains('⟦'),
                "a key is missing: {}",
                html.split('⟦').nth(1).unwrap_or_default().split('⟧').next().unwrap_or_default()
            );
            assert!(html.contains(&format!("<html lang=\"{language}\" dir=\"{}\">", if language == Language::AR { "rtl" } else { "ltr" })));
            assert_eq!(html.matches("<h1").count(), 1);
            assert_eq!(html.contains("role=\"alert\""), wrong);
            assert!(
                !html.contains("style=") && !html.contains("<script") && !html.contains("onclick"),
                "a strict policy allows none of it"
            );
        }
    }
}

#[test]
fn what_was_typed_comes_back_escaped_and_whole() {
    let html = example(Language::NL, true).render().unwrap();
    assert!(html.contains("value=\"Een &#60;bank&#62; &#38; meer\""), "{html}");
    assert!(html.contains("\nEerste\n\nTweede</textarea>"));
    assert!(html.contains("value=\"letter\" checked"));
    assert!(html.contains("<a href=\"#title\">Deze tekst telt 130 tekens. Er passen er 120. Maak de tekst korter.</a>"));
    assert!(html.contains("aria-describedby=\"title-hint title-error\" aria-invalid=\"true\""));
    assert!(html.contains("<input type=\"hidden\" name=\"csrf\" value=\"token\">"));
}

#[test]
fn the_words_of_somebody_keep_their_direction() {
    let html = example(Language::NL, false).render().unwrap();
    assert!(html.contains("<div class=\"mm-words\" lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn a_folded_table_says_how_long_it_is_and_of_what() {
    for (language, summary) in [
        (Language::NL, "<summary>Tabel: 3 regels<span class=\"mm-hidden\"> (Bedragen van dit jaar)</span></summary>"),
        (Language::EN, "<summary>Table: 3 rows<span class=\"mm-hidden\"> (Amounts of this year)</span></summary>"),
        (Language::AR, "<summary>جدول: 3 أسطر<span class=\"mm-hidden\"> (مبالغ هذا العام)</span></summary>"),
    ] {
        let html = example(language, false).render().unwrap();
        assert!(html.contains(summary) && html.contains("<li><a href=\"#table-title\">"), "{html}");
    }
}

#[test]
fn days_and_amounts_are_written_as_people_of_that_language_write_them() {
    let day = Date::new(2026, 3, 12).unwrap();
    let page = |language| ui::testing::page(language);
    assert_eq!(page(Language::NL).date(&day), "12 maart 2026");
    assert_eq!(page(Language::EN).date(&day), "12 March 2026");
    assert_eq!(page(Language::AR).date(&day), "12 مارس 2026");
    let late = kernel::Zone::named("Europe/Brussels").unwrap().start_of(day).plus_seconds(-60);
    assert_eq!(page(Language::NL).time(&late), "11 maart 2026 om 23:59");
    assert_eq!(page(Language::NL).money(&Money::from_cents(125_050)), "€\u{a0}1.250,50");
    assert_eq!(page(Language::EN).money(&Money::from_cents(-1_250_000)), "-€12,500");
    assert_eq!(page(Language::AR).money(&Money::from_cents(125_050)), "\u{2068}1,250.50\u{a0}€\u{2069}");
    assert_eq!(page(Language::NL).percent(&2, &3), "67\u{a0}%");
    assert_eq!(page(Language::NL).percent(&0, &0), "geen");
}

#[test]
fn every_word_stands_in_every_language_with_the_same_places() {
    assert_eq!(ui::testing::differences(ui::TEXTS, &["en", "ar"]), Vec::<String>::new());
}
