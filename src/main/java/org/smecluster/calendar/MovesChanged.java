package org.smecluster.calendar;

import org.smecluster.law.Refusal;

/** The deadlines that a change of the calendar moves are no longer those that the administrator agreed to. */
public class MovesChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    MovesChanged() {
        super("在您确认期间，受影响的期限发生了变化，本次修改没有保存；请核对下面的最新结果后再次确认");
    }
}
