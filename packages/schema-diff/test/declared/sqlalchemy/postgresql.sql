-- SQLAlchemy 1.4.46
CREATE TYPE order_state AS ENUM ('open', 'done');

CREATE TABLE users (
	id SERIAL NOT NULL, 
	email_address VARCHAR(255) NOT NULL, 
	name VARCHAR(40), 
	active BOOLEAN DEFAULT true NOT NULL, 
	score NUMERIC(10, 2), 
	PRIMARY KEY (id), 
	UNIQUE (email_address)
);

CREATE INDEX ix_users_name ON users (name);

CREATE TABLE orders (
	created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT now() NOT NULL, 
	id BIGSERIAL NOT NULL, 
	number VARCHAR(20) NOT NULL, 
	state order_state NOT NULL, 
	user_id INTEGER NOT NULL, 
	total FLOAT DEFAULT '0', 
	day DATE, 
	data BYTEA, 
	owner_id INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT orders_number UNIQUE (number, user_id), 
	CONSTRAINT orders_total CHECK (total >= 0), 
	FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE, 
	FOREIGN KEY(owner_id) REFERENCES users (id)
);

CREATE INDEX orders_day ON orders (day, state);

CREATE TABLE lines (
	order_id BIGINT NOT NULL, 
	position INTEGER NOT NULL, 
	note TEXT, 
	PRIMARY KEY (order_id, position), 
	FOREIGN KEY(order_id) REFERENCES orders (id)
);

CREATE TABLE tags (
	order_id BIGINT, 
	tag VARCHAR(30) NOT NULL, 
	UNIQUE (order_id, tag), 
	FOREIGN KEY(order_id) REFERENCES orders (id)
);
