-- Nearly all changes concern nobody but who looks at the list just now. Followers that look for news (somebody was invited, mentioned, given a task)
-- find theirs in an index of their own, and a busy list costs them nothing. Rows of earlier releases count as news.
ALTER TABLE list_log ADD COLUMN quiet boolean NOT NULL DEFAULT false;

CREATE INDEX list_log_news ON list_log (tx, seq) WHERE NOT quiet;
