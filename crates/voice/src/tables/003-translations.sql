-- Translations that the office had made of words that everybody may read. The words of the author stay where they are.
CREATE TABLE contribution_translation (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  contribution UUID NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT,
  by_machine BOOLEAN NOT NULL,
  written BIGINT NOT NULL,
  written_by UUID,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, contribution, language)
);
