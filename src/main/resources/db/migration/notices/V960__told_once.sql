-- A vote that goes on after a pause was told of already.
create unique index notices_question on notices.notices (about) where kind = 'question-open';
