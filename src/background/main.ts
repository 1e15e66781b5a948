export {};
console.log('background');
