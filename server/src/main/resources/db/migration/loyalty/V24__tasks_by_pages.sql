-- Tasks there are go on counting what they counted; of new ones a person says whether a page's word is enough.
update task set definition = definition || '{"fromPages": true}';
