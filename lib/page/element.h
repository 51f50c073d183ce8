/* element.h -- what pages are written with: elements, numbers, rectangles of drawings. */
#ifndef PST_PAGE_ELEMENT_H
#define PST_PAGE_ELEMENT_H

#include "base/text.h"

/* pst_html_element: <NAME class="CLASS">TEXT</NAME>, TEXT escaped; CLASS may be NULL. */
void pst_html_element(struct pst_buffer *out, const char *name, const char *class,
                      const char *text);

/* pst_element_coordinate: VALUE to a tenth, without the locale; 0 when it is not finite. */
void pst_element_coordinate(struct pst_buffer *out, double value);

/* pst_element_rectangle: a <rect> of a drawing, its sides to a tenth. */
void pst_element_rectangle(struct pst_buffer *out, const char *class, double x, double y,
                           double width, double height);

/* pst_element_number: VALUE for people, as the label of an axis. */
void pst_element_number(struct pst_buffer *out, double value);

#endif
