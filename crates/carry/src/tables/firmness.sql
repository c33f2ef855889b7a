-- Whether the rule that stands in the way is essential or adjustable (F1 S5); nothing where that is not known.
ALTER TABLE frame_verdict ADD COLUMN firmness TEXT
