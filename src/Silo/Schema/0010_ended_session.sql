-- Sessions that ended lately. Gateways ask for them every two seconds and close what is still open.
CREATE TABLE ended_session (
    session_id uuid        PRIMARY KEY,
    ended_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX ended_session_at ON ended_session (ended_at);
