/* sink.c -- what writers have written, handed on in large pieces. */
#include "report/write/writer.h"

enum { PIECE = 1 << 16 };

void pst_sink_hand_over(struct pst_sink *sink)
{
  if (sink->buffer->size > 0)
    fwrite(sink->buffer->data, 1, sink->buffer->size, sink->file);
  pst_buffer_clear(sink->buffer);
}

void pst_sink_drain(struct pst_sink *sink)
{
  if (sink->file != NULL && sink->buffer->size >= PIECE)
    pst_sink_hand_over(sink);
}
