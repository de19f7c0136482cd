-- Most commands leave what a case is found by as it was: its row is then changed in place, without a word to its ten indexes.
-- Its newest entry's time changes with every one, and is therefore in none of them.
drop index case_attention;
create index case_attention on case_head (case_no) where labels ? '督查关注';
alter table case_head set (fillfactor = 85);
