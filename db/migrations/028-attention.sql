-- 督查关注 is asked for alone; few cases have it.
create index case_attention on case_head (at desc) where labels ? '督查关注';
