/** The feeling of common emoji. */
export const EMOJI: readonly (readonly [valence: number, emoji: string])[] = [
  [-2.6, '😡 🤬 😠 👿 💩 🖕 😤 🤮 😱 🤢'],
  [-1.8, '😢 😭 😞 😔 😟 😩 😫 😖 😣 👎 💔 😒 🙄 😰 😨 😥 😓 ☹ 🥺 🤦 😑 😪 🥲'],
  [-0.8, '😕 😬 🤷 😐 🤔 ⏳ 😴'],
  [1.2, '🙂 😊 ☺ 😌 😉 😄 😁 😀 😃 😅 😂 🤣 🤗 🙏 👌 😇 🌟 ✨ ☀ 🌞 😎'],
  [2.2, '👍 👏 💪 🎉 🥳 🙌 💯 🏆 ✅ 🤩 ⭐ 🌹 💐'],
  [2.8, '😍 🥰 ❤ 💖 💕 💙 💚 💛 🧡 💜 😘 ♥'],
];
