package org.stridescope.trace;

/** First byte of an event in a file. A number is never given anew: older files have it. */
final class EventTag {
    static final int SEEN = 1;
    static final int THREAD = 2;
    static final int MEMORY = 3;
    static final int COLLECTION = 4;
    static final int STARTED = 5;
    static final int TILE = 6;
    static final int ENDED = 7;
    // from version 2 on
    static final int STATE = 8;
    static final int COUNTER = 9;
    static final int STACK = 10;
    static final int STACK_SAMPLE = 11;
    static final int LOCK = 12;
    static final int WORKER = 13;
    static final int TASK = 14;
    static final int TASK_CHANGED = 15;
    static final int MOVED = 16;
    /** As version 2 wrote it, without freed bytes and copies. */
    static final int OLD_LINE = 17;
    static final int PROBE = 18;
    static final int MARK = 19;
    static final int LINE = 20;

    private EventTag() {}
}
