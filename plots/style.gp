# style
