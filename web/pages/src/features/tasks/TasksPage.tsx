import { useQuery } from '@tanstack/react-query'
import { Button, ProgressBar } from 'antd-mobile'
import type { TaskSeen } from '@/client'
import { listMyTasksOptions } from '@/client/@tanstack/react-query.gen'
import { Loaded } from '@/shared/Loaded'
import { Nothing } from '@/shared/Nothing'
import { Page } from '@/shared/Page'
import { path } from '@/shared/brand'
import { count } from '@/shared/format'
import { useWords, type Word } from '@/words/words'

const PER: Record<string, Word> = { once: 'perOnce', day: 'perDay', week: 'perWeek', month: 'perMonth' }

export function TasksPage() {
  const words = useWords()
  const tasks = useQuery(listMyTasksOptions({ path }))
  return (
    <Page title={words('tasks')}>
      <Loaded query={tasks}>
        {({ tasks: single, growth }) =>
          single.length + growth.length === 0 ? (
            <Nothing says={words('noTasks')} />
          ) : (
            <>
              {growth.map((programme) => (
                <section key={programme.id} className="panel">
                  <div className="row">
                    <h2>{programme.name}</h2>
                    <span className={programme.done ? 'in' : 'faint'}>{programme.done ? words('taskDone') : programme.reward}</span>
                  </div>
                  {programme.text && <div className="faint">{programme.text}</div>}
                  <ProgressBar
                    percent={(programme.tasks.filter((task) => task.done).length / Math.max(1, programme.tasks.length)) * 100}
                    style={{ margin: '10px 0' }}
                  />
                  {programme.tasks.map((task) => (
                    <Task key={task.id} task={task} />
                  ))}
                </section>
              ))}
              {single.length > 0 && (
                <section className="panel">
                  {single.map((task) => (
                    <Task key={task.id} task={task} />
                  ))}
                </section>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Task({ task }: { task: TaskSeen }) {
  const words = useWords()
  return (
    <div className="row entry" style={{ alignItems: 'center' }}>
      <div>
        <div>
          {task.name} <span className="in">{task.reward}</span>
        </div>
        <div className="faint">{task.text}</div>
        <div className="faint">
          {words(PER[task.per] ?? 'perOnce')} {count(task.count)}/{count(task.times)}
        </div>
      </div>
      {task.done ? (
        <span className="in" style={{ flex: 'none' }}>{words('taskDone')}</span>
      ) : (
        isWeb(task.link) && (
          <Button size="mini" color="primary" style={{ flex: 'none' }} onClick={() => window.location.assign(task.link!)}>
            {words('goThere')}
          </Button>
        )
      )}
    </div>
  )
}

/** Only addresses of pages: nothing a page could run. */
function isWeb(link: string | null): boolean {
  return link !== null && /^(https?:\/\/|\/(?!\/))/.test(link)
}
