package org.smecluster.portal;

import java.beans.PropertyEditorSupport;
import java.util.List;
import org.smecluster.law.TypedText;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** What is typed into any page passes {@link TypedText}; passwords, which have their pages elsewhere, are left as they are. */
@ControllerAdvice({"org.smecluster.portal", "org.smecluster.calendar"})
class TypedParameters {

    @InitBinder
    void clean(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(TypedText.clean(text));
            }
        });
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class) {
            /** As Spring takes one parameter for a list. */
            @Override
            public void setAsText(String text) {
                setValue(StringUtils.commaDelimitedListToStringArray(text));
            }

            @Override
            protected Object convertElement(Object element) {
                return element instanceof String text ? TypedText.clean(text) : element;
            }
        });
    }
}
