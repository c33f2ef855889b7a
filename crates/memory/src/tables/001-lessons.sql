-- What was learned. Nothing of a person stands here beside the account that wrote it down.
CREATE TABLE lesson (
  tenant UUID NOT NULL,
  id UUID NOT NULL,
  process UUID,
  text UUID NOT NULL,
  advice UUID NOT NULL,
  worked BIGINT NOT NULL,
  area UUID,
  theme TEXT,
  effects TEXT NOT NULL,
  rules TEXT NOT NULL,
  about TEXT NOT NULL,
  informal BOOLEAN NOT NULL,
  origin TEXT,
  origin_process TEXT,
  origin_id UUID,
  kept BIGINT NOT NULL,
  kept_by UUID,
  adjusted BIGINT,
  retired BIGINT,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX lesson_in_order ON lesson (tenant, worked, kept, id);
CREATE INDEX lesson_by_process ON lesson (tenant, process, worked, kept);
CREATE UNIQUE INDEX lesson_by_origin ON lesson (tenant, origin_id);
-- By what a lesson is found again: its area, its theme and the effects it is about. A retired one has none.
CREATE TABLE lesson_topic (
  tenant UUID NOT NULL,
  kind TEXT NOT NULL,
  topic TEXT NOT NULL,
  worked BIGINT NOT NULL,
  lesson UUID NOT NULL,
  PRIMARY KEY (tenant, kind, topic, worked, lesson)
);
CREATE INDEX lesson_topic_of_lesson ON lesson_topic (tenant, lesson);
-- How a lesson was changed, with the words that stood there before and the reason.
CREATE TABLE lesson_change (
  tenant UUID NOT NULL,
  lesson UUID NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  reason UUID NOT NULL,
  text UUID,
  advice UUID,
  worked BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  changed_by UUID,
  PRIMARY KEY (tenant, lesson, number)
)
