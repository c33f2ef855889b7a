-- The journal: what happened, in the order in which it happened, chained per stream.
CREATE TABLE journal (
    tenant UUID NOT NULL,
    stream UUID NOT NULL,
    number BIGINT NOT NULL,
    id UUID NOT NULL,
    stream_kind TEXT NOT NULL,
    kind TEXT NOT NULL,
    version BIGINT NOT NULL,
    actor TEXT NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (tenant, stream, number),
    UNIQUE (tenant, id)
);
CREATE INDEX journal_at ON journal (tenant, at, id);
CREATE INDEX journal_kind_at ON journal (tenant, stream_kind, at, id);

-- Where each stream stands.
CREATE TABLE journal_head (
    tenant UUID NOT NULL,
    stream UUID NOT NULL,
    number BIGINT NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (tenant, stream)
);

-- The keys of the digests of texts; one that is destroyed makes its digests mean nothing.
CREATE TABLE text_key (
    tenant UUID NOT NULL,
    text UUID NOT NULL,
    secret BYTES NOT NULL,
    PRIMARY KEY (tenant, text)
);

-- The signed seals over all streams of all tenants; their tenant is the nil id, the house itself.
CREATE TABLE checkpoint (
    tenant UUID NOT NULL,
    number BIGINT NOT NULL,
    day TEXT NOT NULL,
    at BIGINT NOT NULL,
    previous BYTES NOT NULL,
    streams BIGINT NOT NULL,
    root BYTES NOT NULL,
    signer BYTES NOT NULL,
    signature BYTES NOT NULL,
    PRIMARY KEY (tenant, number),
    UNIQUE (tenant, day)
);

-- The heads as the last seal holds them.
CREATE TABLE checkpoint_head (
    tenant UUID NOT NULL,
    stream UUID NOT NULL,
    number BIGINT NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (tenant, stream)
);

-- Work for later.
CREATE TABLE job (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    due BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    lease UUID,
    leased_until BIGINT NOT NULL,
    error TEXT,
    died_at BIGINT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX job_due ON job (due) WHERE died_at IS NULL;
CREATE INDEX job_dead ON job (tenant, died_at) WHERE died_at IS NOT NULL;

-- Files whose bytes lie in the folder or the bucket.
CREATE TABLE file (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    owner UUID NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX file_owner ON file (tenant, owner, id);

-- What can be found, as stems of words.
CREATE TABLE search_entry (
    tenant UUID NOT NULL,
    kind TEXT NOT NULL,
    id UUID NOT NULL,
    scope UUID NOT NULL,
    language TEXT NOT NULL,
    public BOOLEAN NOT NULL,
    words TEXT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (tenant, kind, id)
);
CREATE INDEX search_entry_number ON search_entry (entry);

-- Public texts, each in one or more languages; place 0 is the original.
CREATE TABLE language_text (
    tenant UUID NOT NULL,
    id UUID NOT NULL,
    place BIGINT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    origin TEXT NOT NULL,
    reviewed_by UUID,
    PRIMARY KEY (tenant, id, place),
    UNIQUE (tenant, id, language)
);
