-- Numbers that were handed out at the door, whose authors want to be erased before the telephone has sent their words.
CREATE TABLE recall (
  tenant UUID NOT NULL,
  number TEXT NOT NULL,
  id UUID NOT NULL,
  recalled BIGINT NOT NULL,
  PRIMARY KEY (tenant, number)
)
