-- An author contests that the contribution was divided, as others contest the bundle it travels in.
ALTER TABLE bundle_contest ADD COLUMN of_division BOOLEAN NOT NULL DEFAULT FALSE
