-- How far a stage is along the pathway: 1 Developing, 2 Embedding, 3 Sustaining.
create or replace macro stage_rank(stage) as
    list_position(['Developing', 'Embedding', 'Sustaining'], stage);
