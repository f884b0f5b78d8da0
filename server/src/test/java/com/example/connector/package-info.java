/// A connector as somebody outside of the project would write it: the worked example of the guide.
@NullMarked
package com.example.connector;

import org.jspecify.annotations.NullMarked;
