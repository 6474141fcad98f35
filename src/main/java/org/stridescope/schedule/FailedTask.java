package org.stridescope.schedule;

import java.util.List;

import org.stridescope.graph.Task;
import org.stridescope.schedule.ScheduleError.Reason;

/** What is said of a task that threw: its key, its arguments, and why. */
final class FailedTask {
    private FailedTask() {}

    static ScheduleError error(Task task, List<?> arguments, Throwable thrown) {
        if (thrown instanceof ScheduleError error && error.reason() != Reason.TASK)
            return error;
        String call = task.operation().name() + ValueText.ofArguments(arguments);
        return new ScheduleError(Reason.TASK, task.key(),
                "task " + task.key() + ", " + call + ", failed: " + why(thrown), thrown);
    }

    private static String why(Throwable thrown) {
        String message = thrown.getMessage();
        if (thrown instanceof OutOfMemoryError)
            return "there is not enough memory" + (message == null ? "" : " (" + message + ")");
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}
