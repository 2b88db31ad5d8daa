-- Custom SQL migration file, put your code below! --
INSERT INTO groups VALUES (1);
