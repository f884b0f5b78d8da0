import type { Same } from '../same'
import type { list as zh } from '../zh/list'

export const list: Same<typeof zh> = {
  views: 'Views',
  view: 'View: {{name}}',
  first: 'As it is: no filters, all columns',
  save: 'Save as a view…',
  saveTitle: 'Save as a view',
  rename: 'Rename “{{name}}”…',
  renameTitle: 'Rename the view',
  delete: 'Delete “{{name}}”…',
  deleteTitle: 'Delete the view “{{name}}”?',
  deleteText: 'Only the view goes; what the list shows is not affected.',
  name: 'Name of the view',
  nameMissing: 'Give the view a name',
  kept: 'Remembers the filters and columns as they are now, in this browser of yours only.',
  replaces: 'There is a view of this name; saving replaces it.',
  taken: 'There is a view of this name; choose another.',
  saved: 'View “{{name}}” saved',
  columns: 'Columns {{shown}} / {{all}}',
}
