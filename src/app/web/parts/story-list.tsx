import type { StoryLine } from '../../../store/view.js'
import { safe } from '../../render/index.js'
import { counted } from '../../render/words.js'
import { href } from '../links.js'
import { When } from './words.js'

/** Stories with who told them, each leading to its page. */
export function StoryList({ stories }: { stories: readonly StoryLine[] }) {
  return (
    <ol class="stories" data-list>
      {stories.map(({ id, title, since, reports, withdrawn, events, outlets }) => (
        <li>
          <a class="story-title" href={href.story(id)} dir="auto">
            {safe(title ?? 'Untitled story')}
          </a>
          <p class="facts">
            <When date={since} />
            <span>
              {counted(reports.length - withdrawn.length, 'report')}
              {withdrawn.length > 0 && ` (${withdrawn.length} withdrawn)`}
            </span>
            <span>{events.length > 0 ? counted(events.length, 'event') : 'no event between states'}</span>
            {outlets.length > 0 && <span>{outlets.map(safe).join(', ')}</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}
