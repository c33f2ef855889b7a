-- What is counted, in parts that are summed up when it is read: whoever counts adds a part of its own, so that writers
-- never wait for one another.
CREATE TABLE counter_part (
    tenant UUID NOT NULL,
    kind TEXT NOT NULL,
    scope UUID NOT NULL,
    part UUID NOT NULL,
    cell TEXT NOT NULL,
    many BIGINT NOT NULL,
    PRIMARY KEY (tenant, kind, scope, part)
);
