package org.smecluster.recognition;

/**
 * A question of the notice and how a version answers it.
 *
 * @param answer null where there is none, and of a question for a file
 * @param files of evidence that answer it
 */
public record NoticeAnswer(NoticeQuestion question, String answer, int files) {

    /** As it is read by whoever may read the version. */
    public String inWords() {
        if (answer != null) {
            return answer;
        }
        return files > 0 ? "佐证材料" + files + "个文件" : "没有回答";
    }

    boolean missing() {
        return question.required() && answer == null && files == 0;
    }
}
