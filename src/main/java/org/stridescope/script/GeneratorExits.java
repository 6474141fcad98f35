package org.stridescope.script;

import java.util.Deque;
import java.util.Objects;
import java.util.function.BiConsumer;

import org.stridescope.script.Block.Trying.Part;
import org.stridescope.script.Values.Singleton;

/** Ways out of a generator's blocks: the end of a part of {@code try}, errors, {@code break}, {@code return}. */
final class GeneratorExits {
    private GeneratorExits() {}

    /** What was on top of this {@code try} has ended: its next part begins, or what waited for the last one goes on. */
    static void partEnded(Block.Trying attempt, Deque<Block> blocks, BiConsumer<Exit, Object> leave) {
        switch (attempt.part) {
            case BODY -> {
                attempt.part = Part.OTHERWISE;
                blocks.push(new Block.Run(attempt.attempt.otherwise()));
            }
            case HANDLER, OTHERWISE -> {
                attempt.error = null;
                last(attempt, blocks);
            }
            case LAST -> {
                blocks.pop();
                if (attempt.error != null)
                    throw attempt.error;
                if (attempt.exit != null)
                    leave.accept(attempt.exit, Objects.requireNonNullElse(attempt.returned, Singleton.NONE));
            }
        }
    }

    private static void last(Block.Trying attempt, Deque<Block> blocks) {
        attempt.part = Part.LAST;
        blocks.push(new Block.Run(attempt.attempt.last()));
    }

    /** An error goes out to the first {@code try} that has a handler or something to do last; else it is thrown. */
    static void failed(ScriptError error, Deque<Block> blocks, Interpreter in, Frame frame) {
        while (!blocks.isEmpty()) {
            Block block = blocks.element();
            if (block instanceof Block.Trying attempt && attempt.part != Part.LAST) {
                Node.Handler handler = attempt.part == Part.BODY
                        ? Attempt.handler(in, attempt.attempt, error, frame)
                        : null;
                attempt.error = error;
                if (handler == null) {
                    last(attempt, blocks);
                    return;
                }
                attempt.part = Part.HANDLER;
                Attempt.bind(handler, error, frame);
                in.handling.push(error);
                blocks.push(new Block.Run(handler.body()));
                return;
            }
            blocks.pop();
            if (block instanceof Block.Within within)
                WithBlock.leave(in, within.contexts());
        }
        throw error;
    }

    /** True where the generator returns: no block is left. */
    static boolean leave(Exit exit, Object value, Deque<Block> blocks, Interpreter in) {
        while (!blocks.isEmpty()) {
            Block block = blocks.element();
            if (block instanceof Block.Trying attempt && attempt.part != Part.LAST) {
                attempt.error = null;
                attempt.exit = exit;
                attempt.returned = value;
                last(attempt, blocks);
                return false;
            }
            boolean loop = block instanceof Block.Looping || block instanceof Block.Whiling;
            if (loop && exit == Exit.CONTINUE)
                return false;
            blocks.pop();
            if (block instanceof Block.Within within)
                WithBlock.leave(in, within.contexts());
            if (loop && exit == Exit.BREAK)
                return false;
        }
        return exit == Exit.RETURN;
    }
}
