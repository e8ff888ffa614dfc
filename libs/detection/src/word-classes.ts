/** Words that stand for one another in many phrases; a phrase names the class as `@grant`. */
export const WORD_CLASSES: Readonly<Record<string, string>> = {
  grant: "i'll|i_will|i'm|im|i_am|i've|i_have|i|we'll|we_will|we're|we_are|we've|let_me",
  day:
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today|midnight|noon|month_end|christmas|' +
    'weekend|morning|end_of',
  future: "will|we'll|we_will|it'll|they'll|going_to|gonna|we're_going_to|you_will|you'll|i_expect|we_expect|shall",
  soon: 'by|before|within|until|this|next|in',
  season:
    'january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|' +
    'winter|easter|christmas|diwali|pongal|q1|q2|q3|q4|year|quarter',
  relative:
    "wife|husband|wife's|husband's|ex|neighbour|neighbor|neighbours|boss|colleague|mother|mum|mom|dad|father|sister|brother|" +
    'son|daughter|friend|flatmate|buyer|seller|coworker|partner|girlfriend|boyfriend|someone|anyone|who',
};
