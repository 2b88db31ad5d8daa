-- Alembic 1.8.1, SQLAlchemy 1.4.46

CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE "accounts" (
	id INTEGER NOT NULL, 
	number VARCHAR(34), 
	kind VARCHAR(5) NOT NULL, 
	is_open BOOLEAN DEFAULT 1 NOT NULL, 
	opened DATETIME DEFAULT (CURRENT_TIMESTAMP), 
	credit NUMERIC(10, 2) DEFAULT 0, 
	owner VARCHAR(80) DEFAULT 'nobody' NOT NULL, currency VARCHAR(3), 
	PRIMARY KEY (id), 
	CONSTRAINT uq_accounts_number UNIQUE (number), 
	CONSTRAINT ck_accounts_number CHECK (length(number) > 3)
);

CREATE INDEX ix_accounts_owner ON accounts (owner);

CREATE TABLE "bookings" (
	id BIGINT NOT NULL, 
	account_id INTEGER NOT NULL, 
	amount FLOAT NOT NULL, 
	memo TEXT, 
	raw JSON, 
	day DATE NOT NULL, 
	at TIME, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_entries_accounts FOREIGN KEY(account_id) REFERENCES accounts (id), 
	CONSTRAINT uq_entries_memo UNIQUE (day, memo)
);

CREATE TABLE budgets (
	id INTEGER NOT NULL, 
	account_id INTEGER, note TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_id) REFERENCES accounts (id)
);

